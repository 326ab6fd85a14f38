package import DocumentKit

/// A workflow as a view of its document: nothing is copied, nothing is lost.
///
/// The three parts are looked up once, since a table reads several fields of each.
package struct Workflow: StoredObject {
    package let document: DocumentValue
    package let metadata: DocumentValue?
    /// What was asked for.
    package let spec: WorkflowSpec?
    /// What has become of it so far; nil before the controller has seen it.
    package let status: DocumentValue?

    package init(_ document: DocumentValue) {
        self.document = document
        metadata = document["metadata"]
        spec = document["spec"].map { WorkflowSpec($0) }
        status = document["status"]
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
