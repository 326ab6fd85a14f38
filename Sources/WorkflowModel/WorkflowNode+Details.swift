import DocumentKit

extension WorkflowNode {
    package var templateName: String { document.text("templateName") }
    package var templateReference: TemplateReference? { TemplateReference(document["templateRef"]) }

    /// The name of the template it runs, also where that lies in another object.
    package var effectiveTemplate: String { templateReference?.template ?? templateName }

    /// argo's TEMPLATE column: `reference/template`, or the template's name.
    package var templateText: String {
        templateReference.map { "\($0.name)/\($0.template)" } ?? templateName
    }

    package var inputParameters: [Parameter] { Parameter.list(in: document["inputs"]) }
    package var outputParameters: [Parameter] { Parameter.list(in: document["outputs"]) }
    package var outputArtifacts: [Artifact] { Artifact.list(in: document["outputs"]) }
    /// What a script wrote to its standard output.
    package var result: String? { document["outputs"]?["result"]?.scalarText }
    package var exitCode: Int? { document["outputs"]?.integer("exitCode") }

    package var isDaemoned: Bool { document.flag("daemoned") }

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
