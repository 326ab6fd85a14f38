import TerminalKit
import WorkflowModel

/// What `cron get` shows, in argo's order.
struct CronBlock {
    let cron: CronWorkflow
    let resource: Resource
    let context: CommandContext

    var text: String {
        var block = FieldBlock(column: 30)
        block.add("Name:", resource.name)
        block.add("Namespace:", resource.namespace)
        block.add("Created:", resource.createdAt.map(context.moment) ?? "")
        block.add("Schedules:", cron.schedules.joined(separator: ","))
        block.add("Suspended:", String(cron.isSuspended))
        block.add("Timezone:", cron.timezone)
        block.add("StartingDeadlineSeconds:", cron.startingDeadlineSeconds.map(String.init) ?? "")
        block.add("ConcurrencyPolicy:", cron.concurrencyPolicy)
        block.add("LastScheduledTime:", cron.lastScheduledAt.map(context.moment) ?? "")
        if let next = cron.nextRun(after: context.now(), zone: NamedZone.clock) {
            let assumption = cron.timezone.isEmpty ? " (assumes workflow-controller is in UTC)" : ""
            block.add("NextScheduledTime:", context.moment(next) + assumption)
        }
        block.add("Active Workflows:", cron.active.joined(separator: ", "))
        if !cron.conditions.isEmpty { block.addLine("Conditions:") }
        for condition in cron.conditions {
            block.add("  \(condition.type)", condition.message.isEmpty ? condition.status : condition.message)
        }
        let parameters = resource.parameters.filter { $0.value != nil }
        if !parameters.isEmpty { block.addLine("Workflow Parameters:") }
        for parameter in parameters { block.add("  \(parameter.name):", parameter.value ?? "") }
        return block.text
    }
}
