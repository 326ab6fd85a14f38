extension BackendError {
    /// A run that somebody removed before it was over, so that nobody can tell how it would have ended.
    package static func deleted(_ workflow: String, isReplaced: Bool = false) -> BackendError {
        .notFound(
            "workflow '\(workflow)' was deleted before it was over"
                + (isReplaced ? "; another run has its name now" : ""))
    }

    /// The server has forgotten the version that a watch was to go on from.
    ///
    /// Kubernetes says 410; an Argo Server passes it on as `too old resource version: 11 (95)` with 400.
    var isAboutVersion: Bool {
        switch self {
        case .server(status: 410, _): true
        case .invalid(let text), .server(_, let text):
            text.contains("too old") || text.contains("resourceVersion") && text.contains("expired")
        default: false
        }
    }

    /// Asking again may well be answered, by a server that has spoken this API before.
    ///
    /// Answers of another kind come from something that stands in for it while it restarts.
    var mayPass: Bool {
        switch self {
        case .throttled, .unreachable, .proxy, .timedOut, .truncated, .server, .malformed: true
        case .notFound, .conflict, .invalid, .unauthenticated, .forbidden, .proxyDenied, .insecure, .failed, .storage,
            .unsupported,
            .unsettled:
            false
        case .login(let error): error.mayPass
        }
    }

    /// How long the server itself asks to be left alone.
    var requestedPause: Duration? {
        switch self {
        case .throttled(_, let seconds?): .seconds(seconds)
        case .login(let error): error.requestedPause
        default: nil
        }
    }
}
