import TerminalKit
import WorkflowAPI

/// Deletes one thing after the other, goes on after a failure and ends with the worst status.
struct Deletion {
    /// The kind, as the success line spells it: `Workflow`.
    let what: String
    let showsNamespace: Bool
    /// Only tells what would go.
    let isRehearsal: Bool
    let context: CommandContext

    /// Shows the plan on a terminal and asks, when more than one would go; a script has decided already.
    func confirm(_ targets: [WorkflowReference], isSettled: Bool) throws {
        guard targets.count > 1, !isSettled, !isRehearsal else { return }
        guard context.terminal.inIsTerminal && context.terminal.errIsTerminal else { return }
        let shown = targets.prefix(10).map { "  " + name(of: $0) }
        var plan =
            "These \(targets.count) \(what.lowercased())s would be deleted:\n" + shown.joined(separator: "\n") + "\n"
        if targets.count > shown.count { plan += "  … and \(targets.count - shown.count) more\n" }
        guard context.terminal.ask(plan.sanitized(.message) + "Delete them?") == false else { return }
        throw Diagnostic(message: "nothing was deleted", hint: "answer 'y', or give --yes")
    }

    /// `act` deletes, or in a rehearsal only looks whether the thing is there.
    func run(_ targets: [WorkflowReference], act: (WorkflowReference) async throws -> Void) async throws {
        var worst = ExitStatus.success
        for (index, target) in targets.enumerated() {
            let name = name(of: target)
            let rest = targets[(index + 1)...].map { self.name(of: $0) }
            do {
                try await act(target)
                let deed = "\(what.lowercased()) '\(name)' " + (isRehearsal ? "would be deleted" : "was deleted")
                try say("\(what) '\(name)' deleted" + (isRehearsal ? " (dry-run)" : ""), of: deed, leaving: rest)
            } catch BackendError.notFound {
                try say(
                    "\(what) '\(name)' not found", of: "\(what.lowercased()) '\(name)' was not there", leaving: rest)
            } catch let error as BackendError {
                var diagnostic = Diagnostic(error)
                diagnostic.message = "\(what.lowercased()) '\(name)' was not deleted: \(diagnostic.message)"
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        if worst != .success { throw worst }
    }

    private func name(of target: WorkflowReference) -> String {
        (showsNamespace ? "\(target.namespace)/" : "") + target.name
    }

    private func say(_ line: String, of deed: String, leaving rest: [String]) throws {
        try UnsaidDeed.named(deed, leaving: rest, in: context) {
            try context.terminal.out.write(line.sanitized() + "\n")
        }
    }
}
