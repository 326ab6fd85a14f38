import DocumentKit
import WorkflowModel

/// Templates, cluster templates or cron workflows of an Argo Server.
struct ArgoResourceRoutes: ResourceRoutes {
    let kind: ResourceKind

    /// `GET /api/v1/workflow-templates/{namespace}`, page after page by the cluster's own tokens.
    func list(_ query: ResourceQuery, limit: Int?, cursor: String?) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: collection(query.namespace ?? ""))
        if kind.isNamespaced, query.namespace == nil {
            endpoint.path.removeLast()
            endpoint.endsWithSlash = true
        }
        if !query.labelSelector.isEmpty {
            endpoint.query.append(.init("listOptions.labelSelector", query.labelSelector))
        }
        if let limit { endpoint.query.append(.init("listOptions.limit", String(limit))) }
        if let cursor { endpoint.query.append(.init("listOptions.continue", cursor)) }
        return endpoint
    }

    func get(_ name: String, namespace: String) -> Endpoint<Resource> {
        Endpoint(.get, collection(namespace) + [name]) { Resource(kind, try ArgoEndpoints.stored($0)) }
    }

    /// `POST /api/v1/workflow-templates/{namespace}` with `{"namespace":…,"template":{…}}`
    func create(_ manifest: ValueTree, namespace: String) -> Endpoint<Resource> {
        var endpoint = Endpoint(.post, collection(namespace)) { Resource(kind, try ArgoEndpoints.named($0)) }
        endpoint.body = ArgoEndpoints.body(kind, manifest, namespace)
        return endpoint
    }

    /// `PUT /api/v1/workflow-templates/{namespace}/{name}`
    func replace(_ name: String, _ manifest: ValueTree, namespace: String) -> Endpoint<Resource> {
        var endpoint = Endpoint(.put, collection(namespace) + [name]) { Resource(kind, try ArgoEndpoints.named($0)) }
        endpoint.body = ArgoEndpoints.body(kind, manifest, namespace)
        return endpoint
    }

    func delete(_ name: String, namespace: String) -> Endpoint<Void> {
        var endpoint = Endpoint(.delete, collection(namespace) + [name]) { _ in }
        endpoint.allowsEmptyAnswer = true
        return endpoint
    }

    /// `PUT /api/v1/cron-workflows/{namespace}/{name}/suspend`, or `/resume`
    func setSuspended(_ isSuspended: Bool, _ name: String, namespace: String) -> Endpoint<Resource> {
        let path = collection(namespace) + [name, isSuspended ? "suspend" : "resume"]
        var endpoint = Endpoint(.put, path) { Resource(kind, try ArgoEndpoints.stored($0)) }
        endpoint.isRepeatable = true
        endpoint.body = ["name": .string(name), "namespace": .string(namespace)]
        return endpoint
    }

    private func collection(_ namespace: String) -> [String] { ArgoEndpoints.collection(kind, namespace) }
}

extension ArgoEndpoints {
    static func collection(_ kind: ResourceKind, _ namespace: String) -> [String] {
        root + [kind.pathSegment] + (kind.isNamespaced ? [namespace] : [])
    }

    static func body(_ kind: ResourceKind, _ manifest: ValueTree, _ namespace: String) -> ValueTree {
        var body: ValueTree = kind.isNamespaced ? ["namespace": .string(namespace)] : [:]
        body[kind.bodyKey] = manifest
        return body
    }
}
