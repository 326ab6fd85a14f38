/// How far a workflow is. A phase that is empty or unknown has no case; `Workflow.phaseText` keeps its word.
package enum WorkflowPhase: String, CaseIterable, Sendable {
    case pending = "Pending"
    case running = "Running"
    case succeeded = "Succeeded"
    case failed = "Failed"
    case error = "Error"

    /// Nothing will change it any more, short of a retry.
    package var isFinal: Bool {
        switch self {
        case .pending, .running: false
        case .succeeded, .failed, .error: true
        }
    }
}
