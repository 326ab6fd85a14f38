import Testing
import WorkflowAPI

@testable import WorkflowCommands

@Suite struct DiagnosticTests {
    @Test(arguments: [
        (BackendError.unreachable("m"), "m", WorkflowCommands.ExitStatus.unreachable), (.malformed("m"), "m", .failure),
        (.server(status: 404, message: "m"), "the OAuth server answered 404: m", .failure),
    ])
    func theHintOfAnOAuthServersFailureIsAboutThatServer(
        _ error: BackendError, _ message: String, _ status: WorkflowCommands.ExitStatus
    ) {
        let diagnostic = Diagnostic(BackendError.login(error))
        #expect(diagnostic.status == status && diagnostic.message == message)
        #expect(diagnostic.hint?.contains("--oauth-token-url") == true, "\(diagnostic.hint ?? "none")")
    }

    /// What stands in place of the variables makes them useless.
    @Test func aProxyThatAsksWhoItIsMayStandInManyPlaces() {
        let hint = Diagnostic(BackendError.proxyDenied("m")).hint ?? ""
        for place in ["--proxy-url", "WFCTL_PROXY_URL", "context", "kubeconfig", "HTTPS_PROXY", "'wfctl context show'"]
        {
            #expect(hint.contains(place), "\(hint)")
        }
    }

    /// Its address is good: it answers.
    @Test(
        arguments: [
            (BackendError.server(status: 503, message: "m"), "the OAuth server answered 503: m", nil),
            (
                .throttled("m", retryAfter: 9), "the OAuth server answered 429: m",
                "the server asks to wait 9 s before the next request"
            ),
        ] as [(BackendError, String, String?)])
    func anOAuthServerThatIsNotWellIsOutOfReach(_ error: BackendError, _ message: String, _ hint: String?) {
        #expect(Diagnostic(BackendError.login(error)) == Diagnostic(message: message, hint: hint, status: .unreachable))
    }
}
