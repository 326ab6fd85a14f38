package import DocumentKit
package import WorkflowModel

/// What can be done with templates, cluster templates and cron workflows.
package protocol ResourceService: Sendable {
    func list(_ query: ResourceQuery, each body: (Resource) throws -> Void) async throws
    func get(_ name: String, namespace: String) async throws -> Resource
    func create(_ manifest: ValueTree, namespace: String) async throws -> Resource
    /// Replaces the stored object; a missing one is `.notFound`, a concurrent change `.conflict`.
    func update(_ manifest: ValueTree, namespace: String) async throws -> Resource
    func delete(_ name: String, namespace: String) async throws
}

/// Which resources to list.
package struct ResourceQuery: Sendable, Equatable {
    /// nil means every namespace; ignored for kinds without one.
    package var namespace: String?
    package var labelSelector = ""
    package var pageSize = 500

    package init(namespace: String?) { self.namespace = namespace }
}
