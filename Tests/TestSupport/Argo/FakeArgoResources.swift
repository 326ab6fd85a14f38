import DocumentKit
import WorkflowModel

extension FakeArgoServer.State {
    /// Answers for templates, cluster templates and cron workflows; nil when the route is unknown.
    mutating func resource(
        _ kind: ResourceKind, _ request: LoopbackRequest, _ rest: [String]
    ) -> LoopbackAnswer? {
        let namespace = kind.isNamespaced ? rest.first : ""
        guard let namespace else { return nil }
        let names = kind.isNamespaced ? Array(rest.dropFirst()) : rest
        switch (request.method, names.count) {
        case ("GET", 0): return list(kind, request, namespace)
        case ("POST", 0): return create(kind, request, namespace)
        case ("POST", 1) where names[0] == "lint": return lint(request, kind.bodyKey)
        case ("GET", 1):
            guard let index = index(of: kind, names[0], namespace) else { return missing(kind.crdPlural, names[0]) }
            return json(stored(kind)[index])
        case ("PUT", 2) where kind == .cronWorkflow && ["suspend", "resume"].contains(names[1]):
            guard let index = index(of: kind, names[0], namespace) else { return missing(kind.crdPlural, names[0]) }
            resources[kind]?[index][path: "spec", "suspend"] = .bool(names[1] == "suspend")
            return json(stored(kind)[index])
        case ("PUT", 1): return replace(kind, request, names[0], namespace)
        case ("DELETE", 1):
            guard let index = index(of: kind, names[0], namespace) else { return missing(kind.crdPlural, names[0]) }
            resources[kind]?.remove(at: index)
            return json([:])
        default: return nil
        }
    }

    /// A server that has nothing against a manifest sends it back.
    func lint(_ request: LoopbackRequest, _ key: String) -> LoopbackAnswer {
        guard let tree = body(request)?[key], case .object = tree else { return error(400, 3, "\(key) is missing") }
        return json(tree)
    }

    private func stored(_ kind: ResourceKind) -> [ValueTree] { resources[kind] ?? [] }

    private func index(of kind: ResourceKind, _ name: String, _ namespace: String) -> Int? {
        stored(kind).firstIndex { $0.name == name && (!kind.isNamespaced || $0.namespace == namespace) }
    }

    /// Cluster tokens are opaque; here they are the name of the last item.
    private func list(_ kind: ResourceKind, _ request: LoopbackRequest, _ namespace: String) -> LoopbackAnswer {
        let selector = FakeLabelSelector(request[query: "listOptions.labelSelector"] ?? "")
        var items = stored(kind).filter { namespace.isEmpty || $0.namespace == namespace }
            .filter { selector.matches($0.labels) }
        if let token = request[query: "listOptions.continue"] {
            guard let last = items.firstIndex(where: { "after-" + $0.name == token }) else {
                return error(400, 3, "continue key is not valid")
            }
            items.removeFirst(last + 1)
        }
        let limit = request[query: "listOptions.limit"].flatMap { Int($0) } ?? 0
        var metadata: ValueTree = ["resourceVersion": "1"]
        if limit > 0, items.count > limit {
            items.removeLast(items.count - limit)
            metadata["continue"] = .string("after-" + (items.last?.name ?? ""))
        }
        return json(["metadata": metadata, "items": items.isEmpty ? .null : .array(items)])
    }

    private mutating func create(
        _ kind: ResourceKind, _ request: LoopbackRequest, _ namespace: String
    ) -> LoopbackAnswer {
        guard var tree = body(request)?[kind.bodyKey], case .object = tree else {
            return error(400, 3, "\(kind.bodyKey) is missing")
        }
        if index(of: kind, tree.name, namespace) != nil {
            return error(409, 6, "\(kind.crdPlural).argoproj.io \"\(tree.name)\" already exists")
        }
        stamp(&tree, namespace: kind.isNamespaced ? namespace : nil)
        resources[kind, default: []].append(tree)
        return json(tree)
    }

    private mutating func replace(
        _ kind: ResourceKind, _ request: LoopbackRequest, _ name: String, _ namespace: String
    ) -> LoopbackAnswer {
        guard let index = index(of: kind, name, namespace) else { return missing(kind.crdPlural, name) }
        guard var tree = body(request)?[kind.bodyKey], tree.name == name else {
            return error(400, 3, "\(kind.bodyKey) is missing")
        }
        let old = stored(kind)[index]
        guard tree[path: "metadata", "resourceVersion"] == old[path: "metadata", "resourceVersion"] else {
            return error(409, 6, "the object has been modified; please apply your changes to the latest version")
        }
        stamp(&tree, namespace: kind.isNamespaced ? namespace : nil)
        tree[path: "metadata", "uid"] = old[path: "metadata", "uid"]
        tree[path: "metadata", "creationTimestamp"] = old[path: "metadata", "creationTimestamp"]
        resources[kind]?[index] = tree
        return json(tree)
    }
}
