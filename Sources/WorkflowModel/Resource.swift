package import DocumentKit

/// A stored template, cluster template or cron workflow as a view of its document.
package struct Resource: StoredObject {
    package let kind: ResourceKind
    /// As it came: what is printed in JSON and YAML.
    package let document: DocumentValue
    /// It came in another dialect, and the fields are read from its translation.
    package let isForeign: Bool
    package let metadata: DocumentValue?
    private let spec: DocumentValue?

    package init(_ kind: ResourceKind, _ document: DocumentValue) {
        self.init(kind, document, view: document, isForeign: false)
    }

    /// A document of another dialect, and what it says in this one.
    package init(_ kind: ResourceKind, _ document: DocumentValue, seenAs view: DocumentValue) {
        self.init(kind, document, view: view, isForeign: true)
    }

    private init(_ kind: ResourceKind, _ document: DocumentValue, view: DocumentValue, isForeign: Bool) {
        self.kind = kind
        self.document = document
        self.isForeign = isForeign
        metadata = view["metadata"]
        spec = view["spec"]
    }

    /// What the workflows made from it will do.
    package var workflowSpec: WorkflowSpec? {
        (kind == .cronWorkflow ? spec?["workflowSpec"] : spec).map { WorkflowSpec($0) }
    }

    package var parameters: [Parameter] { workflowSpec?.parameters ?? [] }
    package var entrypoint: String { workflowSpec?.entrypoint ?? "" }
}
