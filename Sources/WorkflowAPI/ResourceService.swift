package import DocumentKit
package import WorkflowModel

/// What can be done with templates, cluster templates and cron workflows.
package protocol ResourceService: Sendable {
    func list(_ query: ResourceQuery, each body: (Resource) throws -> Void) async throws
    func get(_ name: String, namespace: String) async throws -> Resource
    /// `telling` is told, as when a workflow is submitted, what may exist from then on.
    func create(_ manifest: ValueTree, namespace: String, telling: (WriteFate) -> Void) async throws -> Resource
    /// Replaces the stored object; a missing one is `.notFound`, a concurrent change `.conflict`.
    func update(_ manifest: ValueTree, namespace: String, telling: (WriteFate) -> Void) async throws -> Resource
    func delete(_ name: String, namespace: String) async throws
    /// Holds a cron workflow, so that it runs no more, or lets it go on.
    func setSuspended(_ isSuspended: Bool, _ name: String, namespace: String) async throws -> Resource
}

extension ResourceService {
    package func create(_ manifest: ValueTree, namespace: String) async throws -> Resource {
        try await create(manifest, namespace: namespace) { _ in }
    }

    package func update(_ manifest: ValueTree, namespace: String) async throws -> Resource {
        try await update(manifest, namespace: namespace) { _ in }
    }

    /// Templates do nothing by themselves that could be held.
    package func setSuspended(_ isSuspended: Bool, _ name: String, namespace: String) async throws -> Resource {
        throw BackendError.invalid("only cron workflows can be suspended and resumed")
    }
}

/// Which resources to list.
package struct ResourceQuery: Sendable, Equatable {
    /// nil means every namespace; ignored for kinds without one.
    package var namespace: String?
    package var labelSelector = ""
    /// How it is and how urgent, in a dashboard's words; a text that it searches names and descriptions for.
    package var status: String?
    package var priority: String?
    package var search: String?
    package var pageSize = 500

    package init(namespace: String?) { self.namespace = namespace }
}
