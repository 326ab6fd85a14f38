/// How a Nightcrawler dashboard says how far an execution or a step of one is; in the order in which they follow.
package enum DashboardStatus: String, CaseIterable, Sendable {
    case pending, running, cancelling, completed, failed, cancelled

    package var phase: WorkflowPhase {
        switch self {
        case .pending: .pending
        case .running, .cancelling: .running
        case .completed: .succeeded
        case .failed, .cancelled: .failed
        }
    }

    /// Somebody has asked for its end.
    package var isCancellation: Bool { self == .cancelling || self == .cancelled }

    /// The words for some phases, so that whoever asks for one after the other misses nothing that moves on meanwhile.
    package static func words(for phases: [WorkflowPhase]) -> [DashboardStatus] {
        allCases.filter { phases.contains($0.phase) }
    }
}
