import DocumentKit
import WorkflowModel

/// Templates, cluster templates and cron workflows of an Argo Server.
struct ArgoResources: ResourceService {
    let kind: ResourceKind
    let client: APIClient

    func list(_ query: ResourceQuery, each body: (Resource) throws -> Void) async throws {
        var cursor: String?
        repeat {
            let list = try await client.send(ArgoEndpoints.list(kind, query, cursor: cursor))
            if let items = list["items"] {
                for item in items.elements { try body(Resource(kind, item)) }
            }
            let next = list["metadata"]?["continue"]?.string.flatMap { $0.isEmpty ? nil : $0 }
            guard next == nil || next != cursor else {
                throw BackendError.malformed("the server repeats a page of its list")
            }
            cursor = next
        } while cursor != nil
    }

    func get(_ name: String, namespace: String) async throws -> Resource {
        try await client.send(ArgoEndpoints.get(kind, name, namespace: namespace))
    }

    func create(_ manifest: ValueTree, namespace: String) async throws -> Resource {
        try await client.send(ArgoEndpoints.create(kind, manifest, namespace: namespace))
    }

    func update(_ manifest: ValueTree, namespace: String) async throws -> Resource {
        guard let name = manifest["metadata"]?["name"]?.string, !name.isEmpty else {
            throw BackendError.invalid("metadata.name is missing")
        }
        var changed = manifest
        // A version that the manifest brings along says what it was made from: only that may be replaced.
        if manifest["metadata"]?["resourceVersion"]?.string ?? "" == "" {
            let stored = try await get(name, namespace: namespace)
            changed[path: "metadata", "resourceVersion"] = stored.document[path: "metadata", "resourceVersion"]?.tree
        }
        return try await client.send(ArgoEndpoints.replace(kind, name, changed, namespace: namespace))
    }

    func delete(_ name: String, namespace: String) async throws {
        try await client.send(ArgoEndpoints.delete(kind, name, namespace: namespace))
    }
}
