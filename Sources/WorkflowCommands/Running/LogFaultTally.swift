import Synchronization
import WorkflowAPI

/// How many logs are followed at once, and whether a fault of one leaves any to go on with.
final class LogFaultTally: Sendable {
    private struct Counts {
        var begun = 0
        var refused = 0
    }

    private let counts = Mutex(Counts())

    func begin() { counts.withLock { $0.begun += 1 } }

    /// False when each of them is refused: what comes later would be, too.
    func goesOn(after fault: LogFault) -> Bool {
        guard case .forbidden = fault.error else { return true }
        return counts.withLock { counts in
            counts.refused += 1
            return counts.refused < counts.begun
        }
    }
}
