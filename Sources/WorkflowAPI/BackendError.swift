/// Why a backend could not do what it was asked. One vocabulary for all backends.
///
/// The texts are what the server or the system said; hints and exit statuses are made from the cases.
package enum BackendError: Error, Equatable, Sendable {
    case notFound(String)
    /// It exists already, or somebody changed it meanwhile.
    case conflict(String)
    /// The server looked at the request and refused its content (400, 422).
    case invalid(String)
    case unauthenticated(String)
    case forbidden(String)
    /// 429; `retryAfter` is in seconds.
    case throttled(String, retryAfter: Int?)
    /// Any other answer that is not a success.
    case server(status: Int, message: String)
    /// No connection could be made: the request was not sent.
    case unreachable(String)
    /// The proxy that was to make the connection is not there, or refused: the request was not sent.
    case proxy(String)
    /// The proxy wants to know who asks (407), and would say so again: the request was not sent.
    case proxyDenied(String)
    /// TLS said no.
    case insecure(String, TLSProblem = .untrusted)
    /// Nothing came for as long as we were willing to wait.
    case timedOut(String)
    /// The answer stopped before its end, or before it began; the request may have been carried out.
    case truncated(String)
    /// The answer is not what this API sends (HTML, broken JSON).
    case malformed(String)
    /// No server had a part in it: a file or a process of this machine.
    case failed(String)
    /// This machine's disk, or a folder or file of its store, refused.
    case storage(String)
    /// Whether something was written is not known, and cannot be found out now.
    case unsettled(UnsettledWrite)
    /// It happened at the OAuth server that was to give a token: the request itself was not sent.
    indirect case login(BackendError)
    /// This backend has no such thing.
    case unsupported(String, by: BackendKind)

    /// The text alone, as the server or the system said it.
    package var message: String {
        switch self {
        case .notFound(let text), .conflict(let text), .invalid(let text), .unauthenticated(let text),
            .forbidden(let text), .throttled(let text, _), .server(_, let text), .unreachable(let text),
            .proxy(let text), .proxyDenied(let text), .insecure(let text, _), .timedOut(let text), .truncated(let text),
            .malformed(let text),
            .failed(let text), .storage(let text), .unsupported(let text, _):
            text
        case .unsettled(let write): write.message
        case .login(let error): error.message
        }
    }

    /// The text as a statement of what happened.
    package var statement: String {
        switch self {
        case .server(let status, let text): "the server answered \(status): \(text)"
        case .login(.server(let status, let text)): "the OAuth server answered \(status): \(text)"
        case .login(.throttled(let text, _)): "the OAuth server answered 429: \(text)"
        case .login(let error): error.statement
        default: message
        }
    }

    /// The same error with another text.
    package func saying(_ change: (String) -> String) -> BackendError {
        switch self {
        case .notFound(let text): .notFound(change(text))
        case .conflict(let text): .conflict(change(text))
        case .invalid(let text): .invalid(change(text))
        case .unauthenticated(let text): .unauthenticated(change(text))
        case .forbidden(let text): .forbidden(change(text))
        case .throttled(let text, let retryAfter): .throttled(change(text), retryAfter: retryAfter)
        case .server(let status, let text): .server(status: status, message: change(text))
        case .unreachable(let text): .unreachable(change(text))
        case .proxy(let text): .proxy(change(text))
        case .proxyDenied(let text): .proxyDenied(change(text))
        case .insecure(let text, let problem): .insecure(change(text), problem)
        case .timedOut(let text): .timedOut(change(text))
        case .truncated(let text): .truncated(change(text))
        case .malformed(let text): .malformed(change(text))
        case .failed(let text): .failed(change(text))
        case .storage(let text): .storage(change(text))
        case .unsettled: self
        case .login(let error): .login(error.saying(change))
        case .unsupported(let text, let kind): .unsupported(change(text), by: kind)
        }
    }
}
