import TerminalKit
import WorkflowAPI

/// Deletes one thing after the other, goes on after a failure and ends with the worst status.
struct Deletion {
    /// The kind, as the success line spells it: `Workflow`.
    let what: String
    let showsNamespace: Bool
    let context: CommandContext

    /// `act` deletes, or in a rehearsal only looks whether the thing is there.
    func run(
        _ targets: [WorkflowReference], isRehearsal: Bool, act: (WorkflowReference) async throws -> Void
    ) async throws {
        var worst = ExitStatus.success
        for target in targets {
            let name = (showsNamespace ? "\(target.namespace)/" : "") + target.name
            do {
                try await act(target)
                try say("\(what) '\(name)' deleted" + (isRehearsal ? " (dry-run)" : ""))
            } catch BackendError.notFound {
                try say("\(what) '\(name)' not found")
            } catch let error as BackendError {
                var diagnostic = Diagnostic(error)
                diagnostic.message = "\(what.lowercased()) '\(name)' was not deleted: \(diagnostic.message)"
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        if worst != .success { throw worst }
    }

    private func say(_ line: String) throws(OutputError) {
        try context.terminal.out.write(line.sanitized() + "\n")
    }
}
