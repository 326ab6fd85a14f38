import WorkflowAPI
import WorkflowModel

/// One log among several that could not be read; the others are read all the same.
struct LogFault {
    let query: LogQuery
    let error: BackendError

    /// nil where no other log of that server would fare better.
    init?(_ error: BackendError, of query: LogQuery) {
        switch error {
        case .unreachable, .insecure, .unauthenticated, .throttled, .timedOut: return nil
        default: break
        }
        self.query = query
        self.error = error
    }

    /// Whether the lines have come from elsewhere.
    func isMended(by seen: Set<LogSource>) -> Bool {
        guard case .notFound = error else { return false }
        return seen.contains { source in
            (query.pod ?? source.pod) == source.pod && (query.container ?? source.container) == source.container
        }
    }

    var diagnostic: Diagnostic {
        Diagnostic(error.saying { text in LogNotes.origin(query).map { "the log of \($0): \(text)" } ?? text })
    }
}
