package import DocumentKit

/// A file or folder that goes into or comes out of a node.
package struct Artifact: Sendable, Hashable {
    package var name: String
    /// Where the container sees it.
    package var path: String
    /// Its place inside the store; empty for stores without keys, such as git and raw.
    package var key: String
    /// Where it is kept, as short as it can be told: `s3://bucket/key`; empty when the document does not say.
    package var location: String
    /// It has been collected as garbage.
    package var isDeleted: Bool

    package init(_ document: DocumentValue) {
        name = document.text("name")
        path = document.text("path")
        isDeleted = document.flag("deleted")
        (key, location) = Self.place(of: document)
    }

    /// The `artifacts` of arguments, inputs or outputs.
    package static func list(in owner: DocumentValue?) -> [Artifact] {
        owner?["artifacts"]?.elements.filter { $0.kind == .object }.map { Artifact($0) } ?? []
    }

    /// Stores that hold keys in buckets: the document's name for it, the scheme, and its names for bucket and key.
    private static let buckets = [
        (store: "s3", scheme: "s3", bucket: "bucket", key: "key"),
        (store: "gcs", scheme: "gs", bucket: "bucket", key: "key"),
        (store: "oss", scheme: "oss", bucket: "bucket", key: "key"),
        (store: "azure", scheme: "azure", bucket: "container", key: "blob"),
        (store: "plugin", scheme: "plugin", bucket: "name", key: "key"),
    ]

    private static func place(of document: DocumentValue) -> (key: String, location: String) {
        for store in buckets {
            guard let value = document[store.store], value.kind == .object else { continue }
            let key = value.text(store.key)
            let bucket = value.text(store.bucket)
            // Without its bucket the key lies in the namespace's own artifact repository.
            return (key, bucket.isEmpty ? key : "\(store.scheme)://\(bucket)/\(key)")
        }
        for store in ["http", "artifactory"] {
            guard let url = document[store]?["url"]?.string else { continue }
            return (url, url)
        }
        if let path = document["hdfs"]?["path"]?.string { return (path, "hdfs:\(path)") }
        if let git = document["git"], git.kind == .object {
            let revision = git.text("revision")
            return ("", git.text("repo") + (revision.isEmpty ? "" : "@\(revision)"))
        }
        return ("", document["raw"]?.kind == .object ? "raw" : "")
    }
}
