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

    func create(
        _ manifest: ValueTree, namespace: String, willWrite: (String) -> Void
    ) async throws -> Resource {
        guard let mark = WriteMark(manifest, random: client.time.random) else {
            throw BackendError.invalid("metadata.name is missing, and so is metadata.generateName")
        }
        return try await write(namespace) { mark in
            ArgoEndpoints.create(kind, mark.marked(manifest), namespace: namespace)
        }.run(mark, willWrite: willWrite)
    }

    func update(
        _ manifest: ValueTree, namespace: String, willWrite: (String) -> Void
    ) async throws -> Resource {
        guard let name = manifest["metadata"]?["name"]?.string,
            let mark = WriteMark(name: name, generateName: nil, random: client.time.random)
        else {
            throw BackendError.invalid("metadata.name is missing")
        }
        var changed = mark.marked(manifest)
        // A version that the manifest brings along says what it was made from: only that may be replaced.
        if manifest["metadata"]?["resourceVersion"]?.string ?? "" == "" {
            let stored = try await get(name, namespace: namespace)
            changed[path: "metadata", "resourceVersion"] = stored.document[path: "metadata", "resourceVersion"]?.tree
        }
        let replacement = changed
        var replacing = write(namespace) { _ in
            ArgoEndpoints.replace(kind, name, replacement, namespace: namespace)
        }
        replacing.isReplacement = true
        return try await replacing.run(mark, willWrite: willWrite)
    }

    private func write(
        _ namespace: String, _ write: @escaping (WriteMark) -> Endpoint<Resource>
    ) -> ExactlyOnce<Resource> {
        ExactlyOnce(client: client, kind: kind.singular, write: write) { name in
            ArgoEndpoints.get(kind, name, namespace: namespace)
        }
    }

    func delete(_ name: String, namespace: String) async throws {
        try await client.send(ArgoEndpoints.delete(kind, name, namespace: namespace))
    }
}
