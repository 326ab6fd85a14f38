import Synchronization
import TerminalKit
import WorkflowModel

/// `watch` in a pipe: a line for each change of phase, of the runs and of their steps.
final class ChangeLines: RunDisplay {
    private let out: Output
    private let runs: Mutex<[RunChanges]>

    init(runs count: Int, tree: TreeOptions, in context: CommandContext) {
        out = context.terminal.out
        runs = Mutex((0..<count).map { _ in RunChanges(keeps: tree.keeps) })
    }

    func show(_ workflow: Workflow, at place: Int) throws {
        try runs.withLock { runs in
            for change in runs[place].take(workflow) {
                try out.write(change.line(of: workflow.name).sanitized() + "\n")
            }
            try out.flush()
        }
    }
}
