package import DocumentKit

/// A workflow as a view of its document: nothing is copied, nothing is lost.
///
/// The three parts are looked up once, since a table reads several fields of each.
package struct Workflow: StoredObject {
    /// As it came: what is printed in JSON and YAML.
    package let document: DocumentValue
    /// It came in another dialect, and the fields are read from its translation.
    package let isForeign: Bool
    package let metadata: DocumentValue?
    /// What was asked for.
    package let spec: WorkflowSpec?
    /// What has become of it so far; nil before the controller has seen it.
    package let status: DocumentValue?

    package init(_ document: DocumentValue) { self.init(document, view: document, isForeign: false) }

    /// A document of another dialect, and what it says in this one.
    package init(_ document: DocumentValue, seenAs view: DocumentValue) {
        self.init(document, view: view, isForeign: true)
    }

    private init(_ document: DocumentValue, view: DocumentValue, isForeign: Bool) {
        self.document = document
        self.isForeign = isForeign
        metadata = view["metadata"]
        spec = view["spec"].map { WorkflowSpec($0) }
        status = view["status"]
    }
}

extension Workflow {
    /// What it runs: the stored spec of the template it refers to, else its own.
    package var effectiveSpec: WorkflowSpec? {
        if let stored = status?["storedWorkflowTemplateSpec"], stored.kind == .object { return WorkflowSpec(stored) }
        return spec
    }

    /// The arguments it runs with.
    package var parameters: [Parameter] { effectiveSpec?.parameters ?? [] }
    package var serviceAccount: String { effectiveSpec?.serviceAccount ?? "" }
    package var priority: Int? { spec?.priority }
    package var outputParameters: [Parameter] { Parameter.list(in: status?["outputs"]) }
    package var outputArtifacts: [Artifact] { Artifact.list(in: status?["outputs"]) }
}
