package import DocumentKit

/// What a workflow is to do, as a view: the `spec` of a workflow or a template, the `workflowSpec` of a cron workflow.
package struct WorkflowSpec: Sendable {
    package let document: DocumentValue

    package init(_ document: DocumentValue) { self.document = document }

    package var entrypoint: String { document.text("entrypoint") }
    package var serviceAccount: String { document.text("serviceAccountName") }
    package var priority: Int? { document.integer("priority") }
    package var parameters: [Parameter] { Parameter.list(in: document["arguments"]) }
    /// It is to stop where it stands until it is resumed.
    package var isSuspended: Bool { document.flag("suspend") }
    /// `Stop` or `Terminate` once somebody asked for it, else empty.
    package var shutdown: String { document.text("shutdown") }

    /// The stored template it is made from, if it is.
    package var templateReference: TemplateReference? {
        TemplateReference(document["workflowTemplateRef"])
    }

    package var templateNames: [String] {
        document["templates"]?.elements.map { $0.text("name") } ?? []
    }

    package func template(_ name: String) -> DocumentValue? {
        document["templates"]?.elements.first { $0["name"]?.string == name }
    }
}
