/// Tells a server who asks, now and again after it said no.
package protocol CredentialSource: Sendable {
    /// What messages call it, never the secret: `--token-file`, `the OAuth login of context prod`.
    var origin: String { get }
    /// What to do when the server does not accept them; nil leaves it to the general advice.
    var advice: String? { get }
    /// The header to send; nil where a client certificate says it all. Errors are `BackendError`.
    func header() async throws -> HTTPRequest.Header?
    /// After a 401 to that header: whether `header()` has another one now. Asked once a request.
    func renew(after refused: HTTPRequest.Header) async throws -> Bool
}

extension CredentialSource {
    package var advice: String? { nil }
}

/// A secret that is what it is.
package struct FixedCredentials: CredentialSource {
    package let origin: String
    package let advice: String?
    private let value: HTTPRequest.Header

    package init(_ value: HTTPRequest.Header, origin: String, advice: String? = nil) {
        self.value = value
        self.origin = origin
        self.advice = advice
    }

    package func header() -> HTTPRequest.Header? { value }
    package func renew(after refused: HTTPRequest.Header) -> Bool { false }
}
