import DocumentKit
import WorkflowModel

/// Templates, cluster templates or cron workflows as objects of a cluster.
struct KubernetesResourceRoutes: ResourceRoutes {
    let kind: ResourceKind

    func list(_ query: ResourceQuery, limit: Int?, cursor: String?) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: collection(query.namespace))
        if !query.labelSelector.isEmpty { endpoint.query.append(.init("labelSelector", query.labelSelector)) }
        if let limit { endpoint.query.append(.init("limit", String(limit))) }
        if let cursor { endpoint.query.append(.init("continue", cursor)) }
        return endpoint
    }

    func get(_ name: String, namespace: String) -> Endpoint<Resource> {
        Endpoint(.get, collection(namespace) + [name], decode: resource)
    }

    func create(_ manifest: ValueTree, namespace: String) -> Endpoint<Resource> {
        var endpoint = Endpoint(.post, collection(namespace), decode: resource)
        endpoint.body = KubernetesEndpoints.identified(manifest, kind: kind.rawValue)
        return endpoint
    }

    func replace(_ name: String, _ manifest: ValueTree, namespace: String) -> Endpoint<Resource> {
        var endpoint = Endpoint(.put, collection(namespace) + [name], decode: resource)
        endpoint.body = KubernetesEndpoints.identified(manifest, kind: kind.rawValue)
        return endpoint
    }

    func delete(_ name: String, namespace: String) -> Endpoint<Void> {
        KubernetesEndpoints.delete(collection(namespace) + [name])
    }

    func setSuspended(_ isSuspended: Bool, _ name: String, namespace: String) -> Endpoint<Resource> {
        KubernetesEndpoints.patch(
            collection(namespace) + [name], ["spec": ["suspend": .bool(isSuspended)]], decode: resource)
    }

    private func collection(_ namespace: String?) -> [String] {
        KubernetesEndpoints.collection(kind.crdPlural, kind.isNamespaced ? namespace : nil)
    }

    private var resource: @Sendable (DocumentValue) throws -> Resource {
        { [kind] in Resource(kind, try KubernetesEndpoints.stored($0, kind: kind.rawValue)) }
    }
}
