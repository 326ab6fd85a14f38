import DocumentKit
import WorkflowModel

extension FakeKubernetes.State {
    /// Pages by a token that nobody but the cluster understands: here the version of the list and the last name.
    func list(_ request: LoopbackRequest, _ plural: String, _ namespace: String?) -> LoopbackAnswer {
        let labels = FakeLabelSelector(request[query: "labelSelector"] ?? "")
        var items: [ValueTree] = []
        for tree in objects[plural] ?? []
        where namespace == nil || plural == "clusterworkflowtemplates" || tree.namespace == namespace {
            guard labels.matches(tree.labels) else { continue }
            switch holds(request[query: "fieldSelector"] ?? "", tree) {
            case nil: return status(400, "BadRequest", "field label not supported")
            case true?: items.append(tree)
            case false?: break
            }
        }
        return page(items, request)
    }

    func listPods(_ request: LoopbackRequest, _ namespace: String) -> LoopbackAnswer {
        let labels = FakeLabelSelector(request[query: "labelSelector"] ?? "")
        let items = pods.filter {
            $0.namespace == namespace && labels.matches($0.labels)
                && holds(request[query: "fieldSelector"] ?? "", $0) == true
        }
        return page(items, request)
    }

    private func page(_ items: [ValueTree], _ request: LoopbackRequest) -> LoopbackAnswer {
        var items = items
        if let token = request[query: "continue"] {
            guard let last = items.firstIndex(where: { "t/\($0.namespace)/\($0.name)=" == token }) else {
                return status(410, "Expired", "The provided continue parameter is too old")
            }
            items.removeFirst(last + 1)
        }
        var metadata: ValueTree = ["resourceVersion": "5000"]
        if let limit = request[query: "limit"].flatMap({ Int($0) }), limit > 0, items.count > limit {
            items.removeLast(items.count - limit)
            if let last = items.last { metadata["continue"] = .string("t/\(last.namespace)/\(last.name)=") }
        }
        if omitsKinds {
            for index in items.indices {
                items[index]["kind"] = nil
                items[index]["apiVersion"] = nil
            }
        }
        return json(["kind": "List", "apiVersion": "v1", "metadata": metadata, "items": .array(items)])
    }

    /// nil for fields that a cluster does not know.
    private func holds(_ selector: String, _ tree: ValueTree) -> Bool? {
        for part in selector.split(separator: ",") {
            let isEqual = !part.contains("!=")
            let sides = part.split { "=!".contains($0) }.map(String.init)
            guard sides.count == 2, ["metadata.name", "metadata.namespace"].contains(sides[0]) else { return nil }
            let value = sides[0] == "metadata.name" ? tree.name : tree.namespace
            if (value == sides[1]) != isEqual { return false }
        }
        return true
    }
}
