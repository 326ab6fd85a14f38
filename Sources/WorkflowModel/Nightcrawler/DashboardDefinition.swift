package import DocumentKit

/// A workflow of a Nightcrawler dashboard, from which executions are started: what elsewhere is a template.
///
/// ```
/// { "id": "wf-1001", "name": "Image Classification Training", "description": "…", "status": "active",
///   "priority": "high", "creator": "ops team", "createdAt": "2025-06-15T10:30:00Z",
///   "lastRun": "2025-07-10T14:45:00Z", "environments": ["production"], "tags": ["training"], "steps": [{…}],
///   "config": {…} }
/// ```
package struct DashboardDefinition: Sendable {
    package let document: DocumentValue

    package init(_ document: DocumentValue) { self.document = document }

    /// nil for what is no definition.
    package init?(_ resource: Resource) {
        guard resource.isForeign else { return nil }
        document = resource.document
    }

    package var id: String { document.text("id") }
    package var name: String { document.text("name") }
    package var description: String { document.text("description") }
    /// `active`, `inactive`
    package var status: String { document.text("status") }
    package var priority: String { document.text("priority") }
    package var creator: String { document.text("creator") }
    package var lastRun: Timestamp? { document.time("lastRun") }
    package var environments: [String] { document.texts("environments") }
    package var tags: [String] { document.texts("tags") }
    package var steps: [DashboardStep] {
        document["steps"]?.elements.filter { $0.kind == .object }.map { DashboardStep($0) } ?? []
    }

    /// The same as a template, for whoever knows those.
    package var resource: Resource {
        let view: ValueTree = [
            "metadata": [
                "name": .string(id), "uid": .string(id), "creationTimestamp": .string(document.text("createdAt")),
            ]
        ]
        return Resource(.workflowTemplate, document, seenAs: view.document().root)
    }
}
