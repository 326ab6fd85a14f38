import Synchronization
import TerminalKit
import WorkflowModel

/// `wait`: a line on a terminal's stderr that says what is being waited for.
final class WaitProgress: RunDisplay {
    private let line: ProgressLine
    /// How many runs are not over.
    private let open: Mutex<Set<Int>>

    init(on terminal: Terminal, runs: Int) {
        line = ProgressLine(on: terminal)
        open = Mutex(Set(0..<runs))
    }

    func show(_ workflow: Workflow, at place: Int) {
        let count = open.withLock { open in
            if workflow.isFinished { open.remove(place) }
            return open.count
        }
        guard !workflow.isFinished else { return }
        let state = [workflow.statusText, workflow.progress].filter { !$0.isEmpty }.joined(separator: " ")
        line.show((count > 1 ? "waiting for \(count) workflows; " : "waiting for ") + "\(workflow.name): \(state)")
    }

    func makeRoom() { line.clear() }
}
