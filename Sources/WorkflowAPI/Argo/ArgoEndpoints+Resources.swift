import DocumentKit
import WorkflowModel

extension ArgoEndpoints {
    /// `GET /api/v1/workflow-templates/{namespace}`, page after page by the cluster's own tokens.
    static func list(_ kind: ResourceKind, _ query: ResourceQuery, cursor: String?) -> Endpoint<DocumentValue> {
        var endpoint = Endpoint(.get, collection(kind, query.namespace ?? ""), decode: object)
        if kind.isNamespaced, query.namespace == nil {
            endpoint.path.removeLast()
            endpoint.endsWithSlash = true
        }
        if !query.labelSelector.isEmpty {
            endpoint.query.append(.init("listOptions.labelSelector", query.labelSelector))
        }
        if query.pageSize > 0 { endpoint.query.append(.init("listOptions.limit", String(query.pageSize))) }
        if let cursor { endpoint.query.append(.init("listOptions.continue", cursor)) }
        return endpoint
    }

    static func get(_ kind: ResourceKind, _ name: String, namespace: String) -> Endpoint<Resource> {
        Endpoint(.get, collection(kind, namespace) + [name]) { Resource(kind, try stored($0)) }
    }

    /// `POST /api/v1/workflow-templates/{namespace}` with `{"namespace":…,"template":{…}}`
    static func create(_ kind: ResourceKind, _ manifest: ValueTree, namespace: String) -> Endpoint<Resource> {
        var endpoint = Endpoint(.post, collection(kind, namespace)) { Resource(kind, try named($0)) }
        endpoint.body = body(kind, manifest, namespace)
        return endpoint
    }

    /// `PUT /api/v1/workflow-templates/{namespace}/{name}`; the manifest holds the version that it replaces.
    static func replace(
        _ kind: ResourceKind, _ name: String, _ manifest: ValueTree, namespace: String
    ) -> Endpoint<Resource> {
        var endpoint = Endpoint(.put, collection(kind, namespace) + [name]) { Resource(kind, try named($0)) }
        endpoint.body = body(kind, manifest, namespace)
        return endpoint
    }

    static func delete(_ kind: ResourceKind, _ name: String, namespace: String) -> Endpoint<Void> {
        var endpoint = Endpoint(.delete, collection(kind, namespace) + [name]) { _ in }
        endpoint.allowsEmptyAnswer = true
        return endpoint
    }

    static func collection(_ kind: ResourceKind, _ namespace: String) -> [String] {
        root + [kind.pathSegment] + (kind.isNamespaced ? [namespace] : [])
    }

    static func body(_ kind: ResourceKind, _ manifest: ValueTree, _ namespace: String) -> ValueTree {
        var body: ValueTree = kind.isNamespaced ? ["namespace": .string(namespace)] : [:]
        body[kind.bodyKey] = manifest
        return body
    }
}
