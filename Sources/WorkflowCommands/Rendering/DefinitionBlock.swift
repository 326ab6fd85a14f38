import TerminalKit
import WorkflowModel

/// What `template get` shows of a workflow that a dashboard stores.
struct DefinitionBlock {
    let definition: DashboardDefinition
    /// The same, for its times.
    let resource: Resource
    let context: CommandContext

    var text: String {
        var block = FieldBlock()
        block.add("ID:", definition.id)
        block.add("Name:", definition.name)
        block.add("Description:", definition.description)
        block.add("Status:", definition.status)
        block.add("Priority:", definition.priority)
        block.add("Creator:", definition.creator)
        block.add("Created:", resource.createdAt.map(context.moment) ?? "")
        block.add("Last Run:", definition.lastRun.map(context.moment) ?? "")
        block.add("Environments:", definition.environments.joined(separator: ", "))
        block.add("Tags:", definition.tags.joined(separator: ", "))
        let steps = definition.steps
        if !steps.isEmpty { block.addLine("Steps:") }
        for step in steps {
            let length = step.duration.map { $0 > .zero ? " in " + Humanize.durationLong($0) : "" } ?? ""
            block.add("  \(step.name):", step.progress.statusText + length)
        }
        return block.text
    }
}
