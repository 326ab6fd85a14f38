package import DocumentKit

/// Anything with Kubernetes metadata, as a view of its document.
package protocol StoredObject: Sendable {
    var document: DocumentValue { get }
    var metadata: DocumentValue? { get }
}

extension StoredObject {
    package var name: String { metadata?.text("name") ?? "" }
    package var namespace: String { metadata?.text("namespace") ?? "" }
    package var generateName: String { metadata?.text("generateName") ?? "" }
    package var uid: String { metadata?.text("uid") ?? "" }
    package var resourceVersion: String { metadata?.text("resourceVersion") ?? "" }
    package var createdAt: Timestamp? { metadata?.time("creationTimestamp") }

    /// In the order in which they were sent.
    package var labels: [(key: String, value: String)] {
        metadata?["labels"]?.members.map { ($0.key, $0.value.scalarText ?? "") } ?? []
    }

    package func label(_ key: String) -> String? { metadata?["labels"]?[key]?.scalarText }
    package func annotation(_ key: String) -> String? { metadata?["annotations"]?[key]?.scalarText }
}
