import WorkflowAPI
import WorkflowModel

/// One log among several that could not be read; the others are read all the same.
struct LogFault {
    let query: LogQuery
    let error: BackendError
    private var isReported = false

    /// nil where no other log of that server would fare better.
    init?(_ error: BackendError, of query: LogQuery) {
        switch error {
        case .unreachable, .insecure, .unauthenticated, .throttled, .timedOut: return nil
        default: break
        }
        self.query = query
        self.error = error
    }

    /// The workflow may keep what is not there.
    var mayBeMended: Bool { if case .notFound = error { true } else { false } }

    /// Whether the lines have come from elsewhere.
    func isMended(by seen: Set<LogSource>) -> Bool {
        guard mayBeMended else { return false }
        return seen.contains { source in
            (query.pod ?? source.pod) == source.pod && (query.container ?? source.container) == source.container
        }
    }

    /// Once.
    mutating func report(in context: CommandContext) {
        if !isReported { context.report(diagnostic) }
        isReported = true
    }

    var diagnostic: Diagnostic {
        Diagnostic(error.saying { text in LogNotes.origin(query).map { "the log of \($0): \(text)" } ?? text })
    }
}
