import DocumentKit
import WorkflowModel

/// Definitions of a dashboard as templates. They have no namespace.
struct NightcrawlerDefinitions: ResourceService {
    let client: APIClient

    func list(_ query: ResourceQuery, each body: (Resource) throws -> Void) async throws {
        guard query.labelSelector.isEmpty else { throw BackendError.unsupported("labels", by: .nightcrawler) }
        let pages = NightcrawlerPages(client: client, key: "workflows") { page, _ in
            NightcrawlerEndpoints.definitions(query, page: page)
        }
        try await pages.walk { item in
            let definition = DashboardDefinition(item)
            guard query.status ?? definition.status == definition.status,
                query.priority ?? definition.priority == definition.priority
            else { return }
            try body(definition.resource)
        }
    }

    func get(_ name: String, namespace: String) async throws -> Resource {
        try Self.check(name)
        return try await client.send(NightcrawlerEndpoints.definition(name)).resource
    }

    func create(
        _ manifest: ValueTree, namespace: String, telling tell: (WriteFate) -> Void
    ) async throws -> Resource {
        guard let name = manifest["name"]?.string, !name.isEmpty else {
            throw BackendError.invalid("'name' is missing")
        }
        let write = SettledWrite(
            client: client, kind: "workflow template", name: name, write: NightcrawlerEndpoints.create(manifest)
        ) {
            try await ids()
        } read: { id in
            let definition = try await client.send(NightcrawlerEndpoints.definition(id))
            return definition.name == name ? definition : nil
        }
        return try await write.run(telling: tell).resource
    }

    /// The manifest names by `id` what it replaces.
    func update(
        _ manifest: ValueTree, namespace: String, telling tell: (WriteFate) -> Void
    ) async throws -> Resource {
        guard let id = manifest["id"]?.scalarText, !id.isEmpty else { throw BackendError.invalid("'id' is missing") }
        try Self.check(id)
        var body = manifest
        body["id"] = nil
        tell(.open(name: id))
        return try await client.send(NightcrawlerEndpoints.replace(id, body)).resource
    }

    func delete(_ name: String, namespace: String) async throws {
        try Self.check(name)
        try await client.send(NightcrawlerEndpoints.delete(name))
    }

    private func ids() async throws -> Set<String> {
        var ids: Set<String> = []
        let pages = NightcrawlerPages(client: client, key: "workflows") { page, _ in
            NightcrawlerEndpoints.definitions(ResourceQuery(namespace: nil), page: page)
        }
        try await pages.walk { ids.insert(DashboardDefinition($0).id) }
        return ids
    }

    /// A name that would mean another path has nobody.
    private static func check(_ name: String) throws(BackendError) {
        guard !["", ".", ".."].contains(name) else { throw .notFound("workflow template '\(name)' not found") }
    }
}
