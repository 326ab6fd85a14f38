import DocumentKit

extension WorkflowNode {
    package var templateName: String { document.text("templateName") }
    package var templateReference: TemplateReference? { TemplateReference(document["templateRef"]) }

    /// The template it runs: its name, also where it lies in another object, and argo's TEMPLATE column, which then
    /// says `reference/template`.
    package var template: (name: String, text: String) {
        if let reference = templateReference {
            return (reference.template, "\(reference.name)/\(reference.template)")
        }
        let name = templateName
        return (name, name)
    }

    package var effectiveTemplate: String { template.name }
    package var templateText: String { template.text }

    package var inputParameters: [Parameter] { Parameter.list(in: document["inputs"]) }
    package var outputParameters: [Parameter] { Parameter.list(in: document["outputs"]) }
    package var outputArtifacts: [Artifact] { Artifact.list(in: document["outputs"]) }
    /// What a script wrote to its standard output.
    package var result: String? { document["outputs"]?["result"]?.scalarText }
    package var exitCode: Int? { document["outputs"]?.integer("exitCode") }

    package var isDaemoned: Bool { document.flag("daemoned") }

    /// How often its pod was made anew after it had failed before its first container began.
    package var failedPodRestarts: Int? { document.integer("failedPodRestarts") }

    /// It waits for somebody to resume it.
    package var isActiveSuspend: Bool { type == .suspend && phase == .running }

    /// Over, and its results have arrived; a daemon is as good as over once it runs.
    package var isFulfilled: Bool {
        switch phase {
        case .skipped, .omitted: true
        case .succeeded, .failed, .error: document["taskResultSynced"]?.bool != false || isDaemoned
        case .running: isDaemoned
        case .pending, nil: false
        }
    }
}
