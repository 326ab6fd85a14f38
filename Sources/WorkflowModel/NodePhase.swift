/// How far one node of a workflow is.
package enum NodePhase: String, CaseIterable, Sendable {
    case pending = "Pending"
    case running = "Running"
    case succeeded = "Succeeded"
    /// Its `when` said no.
    case skipped = "Skipped"
    case failed = "Failed"
    case error = "Error"
    /// Its `depends` can no longer come true.
    case omitted = "Omitted"

    /// Whether the node is over, by running or by never starting.
    package var isFinal: Bool {
        switch self {
        case .pending, .running: false
        case .succeeded, .skipped, .failed, .error, .omitted: true
        }
    }
}
