/// Whether a failure may pass by itself.
package enum Transience: Sendable, Equatable {
    /// Asking again would get the same answer.
    case lasting
    /// It may be either; asking once more tells.
    case doubtful
    /// Asking again may help, after that time at the earliest.
    case passing(after: Duration = .zero)
}

extension Transience {
    /// Of what a request threw.
    init(of error: any Error) {
        self = (error as? FailedAnswer)?.transience ?? (error as? BackendError)?.transience ?? .lasting
    }
}

extension BackendError {
    /// No connection, a broken one, no answer in time, or a server that says "not now" (408, 429, 500, 502, 503, 504).
    package var transience: Transience {
        switch self {
        case .unreachable, .proxy, .timedOut, .truncated, .server(status: 408, _), .server(status: 500, _),
            .server(status: 502...504, _):
            .passing()
        case .login(let error): error.transience
        case .throttled(_, let retryAfter): .passing(after: .seconds(retryAfter ?? 0))
        default: .lasting
        }
    }

    /// Whether the server may have done what it was asked, although this came instead of its word for it.
    var mayHideSuccess: Bool {
        switch self {
        case .timedOut, .truncated, .malformed, .server(status: 408, _): true
        case .server(let status, _): status >= 500 && status != 501
        default: false
        }
    }
}
