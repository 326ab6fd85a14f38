package import DocumentKit

/// One node of a workflow's status, as a view.
package struct WorkflowNode: Sendable {
    /// Its key in `status.nodes`, by which other nodes refer to it.
    package let key: String
    package let document: DocumentValue

    package init(key: String, _ document: DocumentValue) {
        self.key = key
        self.document = document
    }

    /// What the node itself says, which should be the key.
    package var id: String {
        let text = document.text("id")
        return text.isEmpty ? key : text
    }

    /// The full name, such as `demo[0].build(1:arm64)`.
    package var name: String { document.text("name") }

    /// The name for people; one that has none is called by its full name or its id.
    package var displayName: String {
        let own = document.text("displayName")
        if !own.isEmpty { return own }
        let full = name
        return full.isEmpty ? id : full
    }

    package var typeText: String { document.text("type") }
    package var type: NodeType { NodeType(typeText) }
    package var phaseText: String { document.text("phase") }
    /// nil when it is empty or a word that is not known.
    package var phase: NodePhase? { NodePhase(rawValue: phaseText) }
    package var message: String { document.text("message") }
    package var startedAt: Timestamp? { document.time("startedAt") }
    package var finishedAt: Timestamp? { document.time("finishedAt") }
    /// The nanoseconds that `startedAt` lacks; written by the local backend, for the order of nodes of one second.
    package static let startFractionField = "startedAtNanoseconds"
    var startFraction: Int? { document[Self.startFractionField]?.int }
    package var progress: String { document.text("progress") }
    package var hostNodeName: String { document.text("hostNodeName") }
    package var podIP: String { document.text("podIP") }
    package var resourcesDuration: ResourcesDuration { ResourcesDuration(document["resourcesDuration"]) }

    /// The node in whose template it was started; empty for roots.
    package var boundaryID: String { document.text("boundaryID") }
    /// Keys of the nodes that came after it.
    package var children: [String] { document.texts("children") }
    package var outboundNodes: [String] { document.texts("outboundNodes") }

    /// From start to end, or until `now` while it runs; nil before it has started.
    package func duration(now: Timestamp) -> Duration? {
        startedAt.map { (finishedAt ?? now) - $0 }
    }
}
