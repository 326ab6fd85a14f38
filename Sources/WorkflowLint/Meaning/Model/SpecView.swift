import DocumentKit
import WorkflowModel

/// What one document says of a workflow: `spec`, or the `workflowSpec` of a cron workflow, with its templates by name.
///
/// A class, as templates and calls are: they hold much, never change and are handed around all the time.
final class SpecView: Sendable {
    /// The document's place among those linted together.
    let subject: Int
    let source: String
    let kind: ManifestKind
    let root: DocumentValue
    let spec: DocumentValue
    let overrides: Subject.Overrides
    let templates: [TemplateView]
    let templateNames: [String]
    /// The first template of each name.
    let places: [String: Int]
    /// Where the whole spec comes from, when it comes from a stored object.
    let reference: TemplateReference?

    /// nil for a document without a spec.
    init?(_ subject: Subject, at index: Int) {
        let isCron = subject.kind == .cronWorkflow
        guard let spec = isCron ? subject.value[path: "spec", "workflowSpec"] : subject.value["spec"],
            spec.kind == .object
        else { return nil }
        self.subject = index
        source = subject.source
        kind = subject.kind
        root = subject.value
        self.spec = spec
        overrides = subject.overrides
        reference = TemplateReference(spec["workflowTemplateRef"])
        let defaults = spec.given("templateDefaults")
        templates =
            spec["templates"]?.elements.compactMap { value in
                value.name("name").map {
                    TemplateView(value, name: $0, path: "templates.\($0)", defaults: defaults)
                }
            } ?? []
        templateNames = templates.map(\.name)
        places = Dictionary(templates.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// How messages write the way to the spec.
    var path: String { kind == .cronWorkflow ? "spec.workflowSpec" : "spec" }

    /// It is a collection of templates that others start or call.
    var isLibrary: Bool { kind == .workflowTemplate || kind == .clusterWorkflowTemplate }

    var name: String { root[path: "metadata", "name"]?.sentText ?? "" }
    var namespace: String? { root["metadata"]?.name("namespace") }

    var entrypoint: String? { overrides.entrypoint ?? spec.name("entrypoint") }
    var arguments: Ports { Ports(spec["arguments"]) }

    /// What runs beside the entrypoint: the exit handler and the lifecycle hooks.
    var hooks: [CallView] { CallView.hooks(of: spec, label: nil) }
}
