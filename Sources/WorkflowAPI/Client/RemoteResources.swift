import DocumentKit
import WorkflowModel

/// The calls by which a server keeps one kind of stored object.
protocol ResourceRoutes: Sendable {
    func list(_ query: ResourceQuery, limit: Int?, cursor: String?) -> Endpoint<Void>
    func get(_ name: String, namespace: String) -> Endpoint<Resource>
    func create(_ manifest: ValueTree, namespace: String) -> Endpoint<Resource>
    /// The manifest holds the version that it replaces.
    func replace(_ name: String, _ manifest: ValueTree, namespace: String) -> Endpoint<Resource>
    func delete(_ name: String, namespace: String) -> Endpoint<Void>
    func setSuspended(_ isSuspended: Bool, _ name: String, namespace: String) -> Endpoint<Resource>
}

/// Templates, cluster templates or cron workflows that a server keeps.
struct RemoteResources<Routes: ResourceRoutes>: ResourceService {
    let kind: ResourceKind
    let client: APIClient
    let routes: Routes

    func list(_ query: ResourceQuery, each body: (Resource) throws -> Void) async throws {
        try await ClusterList(client: client, pageSize: query.pageSize).read { limit, cursor in
            routes.list(query, limit: limit, cursor: cursor)
        } each: { item in
            try body(Resource(kind, item))
        }
    }

    func get(_ name: String, namespace: String) async throws -> Resource {
        try await client.send(routes.get(name, namespace: namespace))
    }

    func create(
        _ manifest: ValueTree, namespace: String, telling tell: (WriteFate) -> Void
    ) async throws -> Resource {
        guard let mark = WriteMark(manifest, random: client.time.random) else {
            throw BackendError.invalid("metadata.name is missing, and so is metadata.generateName")
        }
        return try await write(namespace) { mark in
            routes.create(mark.marked(manifest), namespace: namespace)
        }.run(mark, telling: tell)
    }

    func update(
        _ manifest: ValueTree, namespace: String, telling tell: (WriteFate) -> Void
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
            routes.replace(name, replacement, namespace: namespace)
        }
        replacing.isReplacement = true
        return try await replacing.run(mark, telling: tell)
    }

    private func write(
        _ namespace: String, _ write: @escaping (WriteMark) -> Endpoint<Resource>
    ) -> ExactlyOnce<Resource> {
        ExactlyOnce(client: client, kind: kind.singular, write: write) { name in
            routes.get(name, namespace: namespace)
        }
    }

    func delete(_ name: String, namespace: String) async throws {
        try await client.send(routes.delete(name, namespace: namespace))
    }

    func setSuspended(_ isSuspended: Bool, _ name: String, namespace: String) async throws -> Resource {
        try await client.send(routes.setSuspended(isSuspended, name, namespace: namespace))
    }
}
