import Testing
import WorkflowAPI

@testable import WorkflowCommands

@Suite struct DiagnosticTests {
    @Test(arguments: [
        (BackendError.unreachable("m"), WorkflowCommands.ExitStatus.unreachable), (.malformed("m"), .failure),
        (.server(status: 404, message: "m"), .failure), (.server(status: 503, message: "m"), .unreachable),
    ])
    func theHintOfAnOAuthServersFailureIsAboutThatServer(_ error: BackendError, _ status: WorkflowCommands.ExitStatus) {
        let diagnostic = Diagnostic(BackendError.login(error))
        #expect(diagnostic.status == status && diagnostic.message == error.statement)
        #expect(diagnostic.hint?.contains("--oauth-token-url") == true, "\(diagnostic.hint ?? "none")")
    }
}
