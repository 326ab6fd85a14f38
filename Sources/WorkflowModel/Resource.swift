package import DocumentKit

/// A stored template, cluster template or cron workflow as a view of its document.
package struct Resource: StoredObject {
    package let kind: ResourceKind
    package let document: DocumentValue
    package let metadata: DocumentValue?

    package init(_ kind: ResourceKind, _ document: DocumentValue) {
        self.kind = kind
        self.document = document
        metadata = document["metadata"]
    }

    /// What the workflows made from it will do.
    package var workflowSpec: WorkflowSpec? {
        let spec = document["spec"]
        return (kind == .cronWorkflow ? spec?["workflowSpec"] : spec).map { WorkflowSpec($0) }
    }

    package var parameters: [Parameter] { workflowSpec?.parameters ?? [] }
    package var entrypoint: String { workflowSpec?.entrypoint ?? "" }
}
