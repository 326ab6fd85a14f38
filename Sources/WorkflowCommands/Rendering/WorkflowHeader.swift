import TerminalKit
import WorkflowModel

/// The block of fields that `get` starts with, in argo's order.
struct WorkflowHeader {
    let workflow: Workflow
    let context: CommandContext

    var text: String {
        var block = FieldBlock()
        block.add("Name:", workflow.name.isEmpty ? workflow.generateName : workflow.name, always: true)
        block.add("Namespace:", workflow.namespace)
        if workflow.isForeign {
            block.add("Executor:", workflow.executor)
        } else {
            block.add("ServiceAccount:", serviceAccount)
        }
        block.add("Status:", workflow.statusText)
        block.add("Message:", workflow.message)
        addConditions(to: &block)
        block.add("Created:", workflow.createdAt.map(context.moment) ?? "")
        block.add("Started:", workflow.startedAt.map(context.moment) ?? "")
        block.add("Finished:", workflow.finishedAt.map(context.moment) ?? "")
        block.add("Duration:", workflow.duration(now: context.now()).map(Humanize.durationLong) ?? "")
        if workflow.phase == .running, let estimate = workflow.estimatedDuration {
            block.add("EstimatedDuration:", Humanize.durationLong(estimate))
        }
        block.add("Progress:", workflow.progress)
        block.add("ResourcesDuration:", workflow.resourcesDuration.text)
        add("Parameters:", workflow.parameters, to: &block)
        add("Output Parameters:", workflow.outputParameters, to: &block)
        addArtifacts(to: &block)
        return block.text
    }

    private var serviceAccount: String {
        if !workflow.serviceAccount.isEmpty { return workflow.serviceAccount }
        return workflow.spec?.templateReference == nil ? "unset (will run with the default ServiceAccount)" : "unset"
    }

    private func addConditions(to block: inout FieldBlock) {
        guard !workflow.conditions.isEmpty else { return }
        block.addLine("Conditions:")
        for condition in workflow.conditions {
            let text = condition.message.isEmpty ? condition.status : condition.message
            let icon = condition.type == "MetricsError" ? "✖" : condition.type == "SpecWarning" ? "⚠" : " "
            block.add("\(icon) \(condition.type)", text)
        }
    }

    private func add(_ title: String, _ parameters: [Parameter], to block: inout FieldBlock) {
        let known = parameters.filter { $0.value != nil }
        guard !known.isEmpty else { return }
        block.addLine(title)
        for parameter in known { block.add("  \(parameter.name):", parameter.value ?? "") }
    }

    private func addArtifacts(to block: inout FieldBlock) {
        guard !workflow.outputArtifacts.isEmpty else { return }
        block.addLine("Output Artifacts:")
        for artifact in workflow.outputArtifacts {
            block.add("  \(artifact.name):", artifact.key.isEmpty ? artifact.location : artifact.key)
        }
    }
}

extension CommandContext {
    /// A time in the user's zone and how long ago it was, as argo writes it.
    func moment(_ time: Timestamp) -> String {
        "\(time.argoText(offset: zoneOffset(time))) (\(Humanize.relative(time, to: now())))"
    }
}
