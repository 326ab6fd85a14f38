import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Gives one order to one run after the other, goes on after a failure and ends with the worst status.
struct Steering {
    let action: WorkflowAction
    /// What has been done to a run then: `stopped`.
    let deed: String
    let options: SteeringOptions
    let context: CommandContext

    func run(_ names: [String], on connection: Connection) async throws {
        let service = connection.backend.workflows
        let targets = try await targets(names, service, connection.namespace)
        if targets.isEmpty { return context.note("no workflows found") }
        var worst = ExitStatus.success
        for (index, target) in targets.enumerated() {
            do {
                let name = try await order(target, service)
                let line = "workflow \(name) \(deed)" + (options.dryRun ? " (dry-run)" : "")
                let done = "workflow '\(name)' \(options.dryRun ? "would be" : "was") \(deed)"
                try UnsaidDeed.named(done, leaving: targets[(index + 1)...].map(\.name), in: context) {
                    try context.terminal.out.write(line.sanitized() + "\n")
                }
            } catch let error as BackendError {
                var diagnostic = Diagnostic(error)
                diagnostic.message = "workflow '\(target.name)' was not \(deed): \(diagnostic.message)"
                context.report(diagnostic)
                worst = worst.worst(diagnostic.status)
            }
        }
        if worst != .success { throw worst }
    }

    /// The names, then what the selectors find, each once. Runs that are over take no orders, so none looks for them.
    private func targets(
        _ names: [String], _ service: any WorkflowService, _ namespace: String
    ) async throws -> [WorkflowReference] {
        var targets = names.map { WorkflowReference(namespace: namespace, name: $0) }
        if options.hasSelector {
            var query = WorkflowQuery(namespace: namespace)
            query.labelSelector = options.labelSelector ?? ""
            query.fieldSelector = options.fieldSelector ?? ""
            query.isCompleted = false
            query.fields = .names
            try await service.list(query) { workflow in
                targets.append(WorkflowReference(namespace: workflow.namespace, name: workflow.name))
            }
        }
        var seen: Set<WorkflowReference> = []
        return targets.filter { seen.insert($0).inserted }
    }

    /// The name of the run that was meant, which `@latest` does not say.
    private func order(_ target: WorkflowReference, _ service: any WorkflowService) async throws -> String {
        let workflow =
            options.dryRun
            ? try await service.rehearse(action, on: target) : try await service.perform(action, on: target)
        return workflow.name
    }
}
