import Foundation
import Testing

@testable import WorkflowAPI

/// What libcurl's words on TLS and proxies mean to a user.
@Suite struct TLSProblemTests {
    @Test(arguments: [
        ("SSL certificate problem: certificate has expired", TLSProblem.expired),
        ("SSL certificate problem: certificate is not yet valid", .expired),
        ("SSL certificate problem: unable to get local issuer certificate", .untrusted),
        ("SSL: no alternative certificate subject name matches target host name 'a'", .otherName),
        ("OpenSSL SSL_read: tlsv13 alert certificate required", .wantsCertificate),
        ("TLS connect error: sslv3 alert certificate expired", .wantsCertificate),
        ("TLS connect error: sslv3 alert certificate unknown", .wantsCertificate),
    ])
    func tellsWhatToDo(_ text: String, _ problem: TLSProblem) {
        let error = NSError(domain: "", code: -1, userInfo: [NSLocalizedDescriptionKey: text])
        #expect(
            BackendError(error, authority: "a:1", hasHead: false)
                == .insecure("no secure connection to a:1: \(text)", problem))
    }

    @Test func aProxyThatWantsToKnowItsClientsSaysSoForGood() {
        let text = "CONNECT tunnel failed, response 407"
        let error = BackendError(
            NSError(domain: "", code: -1, userInfo: [NSLocalizedDescriptionKey: text]), authority: "a:1", hasHead: false
        )
        #expect(error == .proxyDenied("a:1 is reached by way of a proxy, which wants to know who asks (407)"))
        #expect(error.transience == .lasting)
    }

    @Test(arguments: [
        "getpeername() failed with errno 107: Transport endpoint is not connected",
        "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to a:1",
        "TLS connect error: error:0A000126:SSL routines::unexpected eof while reading",
    ])
    func whoLeavesAtTheHandshakeMayWantACertificate(_ text: String) {
        let error = NSError(domain: "", code: -1, userInfo: [NSLocalizedDescriptionKey: text])
        func message(isAnonymous: Bool) -> String {
            let error = BackendError(error, authority: "a:1", hasHead: false, isAnonymous: isAnonymous)
            guard case .truncated(let message) = error else { return "\(error)" }
            return message
        }
        #expect(message(isAnonymous: true).contains("--client-certificate"))
        #expect(!message(isAnonymous: false).contains("--client-certificate"))
    }
}
