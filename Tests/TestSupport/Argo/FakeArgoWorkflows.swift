import DocumentKit
import WorkflowModel

extension FakeArgoServer.State {
    func getWorkflow(_ request: LoopbackRequest, _ name: String, _ namespace: String) -> LoopbackAnswer {
        if behaviour.refusesReads { return error(403, 7, "you may not look") }
        let live = index(of: name, namespace).map { workflows[$0] }
        guard let workflow = live ?? archived.first(where: { $0.name == name && $0.namespace == namespace }) else {
            return name == "@latest" ? error(404, 5, "no workflows found") : missing("workflows", name)
        }
        return json(projected(workflow, request))
    }

    /// The older dialect's answer: the status alone.
    func status(_ name: String, _ namespace: String) -> LoopbackAnswer {
        guard let index = index(of: name, namespace) else {
            return .json(#"{"error":"Item not found."}"#, status: 404)
        }
        return json(workflows[index]["status"] ?? [:])
    }

    mutating func createWorkflow(_ request: LoopbackRequest, namespace: String) -> LoopbackAnswer {
        guard let body = body(request), var workflow = body["workflow"], case .object = workflow else {
            return error(400, 3, "workflow is missing")
        }
        if body[path: "createOptions", "dryRun"]?.elements == ["All"] { return json(workflow) }
        return create(&workflow, namespace, isRehearsal: body["serverDryRun"]?.bool == true)
    }

    mutating func submit(_ request: LoopbackRequest, namespace: String) -> LoopbackAnswer {
        guard let body = body(request), let name = body["resourceName"]?.string,
            let kind = ResourceKind.named(body["resourceKind"]?.string ?? "")
        else { return error(400, 3, "Resource kind is not supported for submitting") }
        guard resources[kind]?.contains(where: { $0.name == name }) == true else {
            return missing(kind.crdPlural, name)
        }
        let options = body["submitOptions"] ?? [:]
        var workflow: ValueTree = [
            "metadata": ["generateName": options["generateName"] ?? .string(name + "-")],
            "spec": ["workflowTemplateRef": ["name": .string(name)]],
        ]
        if let name = options["name"] { workflow[path: "metadata", "name"] = name }
        if let entrypoint = options["entryPoint"] { workflow[path: "spec", "entrypoint"] = entrypoint }
        if let priority = options["priority"] { workflow[path: "spec", "priority"] = priority }
        if let account = options["serviceAccount"] { workflow[path: "spec", "serviceAccountName"] = account }
        for label in (options["labels"]?.string ?? "").split(separator: ",") {
            let parts = label.split(separator: "=", maxSplits: 1).map(String.init)
            workflow[path: "metadata", "labels", parts[0]] = .string(parts.count > 1 ? parts[1] : "")
        }
        let annotations = behaviour.ignoresNewParameters ? "" : options["annotations"]?.string ?? ""
        for annotation in annotations.split(separator: ",") {
            let parts = annotation.split(separator: "=", maxSplits: 1).map(String.init)
            workflow[path: "metadata", "annotations", parts[0]] = .string(parts.count > 1 ? parts[1] : "")
        }
        let parameters = options["parameters"]?.elements.compactMap(\.string) ?? []
        if !parameters.isEmpty {
            workflow[path: "spec", "arguments", "parameters"] = .array(
                parameters.map { text in
                    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    return ["name": .string(String(parts[0])), "value": .string(parts.dropFirst().joined())]
                })
        }
        let isRehearsal = options["dryRun"]?.bool == true || options["serverDryRun"]?.bool == true
        return create(&workflow, namespace, isRehearsal: isRehearsal)
    }

    mutating func deleteWorkflow(_ name: String, _ namespace: String) -> LoopbackAnswer {
        guard let index = index(of: name, namespace) else { return missing("workflows", name) }
        workflows.remove(at: index)
        return json([:])
    }

    static let orders = ["stop", "terminate", "suspend", "resume"]

    /// The controller carries the order out at once. No run here has suspend steps that a selector could pick.
    mutating func steer(
        _ request: LoopbackRequest, _ order: String, _ name: String, _ namespace: String
    ) -> LoopbackAnswer {
        guard let index = index(of: name, namespace) else { return missing("workflows", name) }
        let name = workflows[index].name
        let place = "workflow: \"\(name)\", namespace: \"\(namespace)\""
        if body(request)?["nodeFieldSelector"]?.string != nil {
            return error(
                500, 2, "currently, set only targets suspend nodes: no suspend nodes matching nodeFieldSelector")
        }
        if workflows[index].labels["workflows.argoproj.io/completed"] == "true" {
            return order == "suspend"
                ? error(400, 3, "cannot suspend completed workflows")
                : error(500, 13, "cannot shutdown a completed workflow: \(place)")
        }
        switch order {
        case "suspend": workflows[index][path: "spec", "suspend"] = true
        case "resume": workflows[index][path: "spec", "suspend"] = nil
        default:
            workflows[index][path: "spec", "shutdown"] = order == "stop" ? "Stop" : "Terminate"
            set("Failed", of: name, namespace: namespace)
        }
        return json(workflows[index])
    }

    private mutating func create(
        _ workflow: inout ValueTree, _ namespace: String, isRehearsal: Bool
    ) -> LoopbackAnswer {
        guard !workflow.name.isEmpty || workflow[path: "metadata", "generateName"] != nil else {
            return error(422, 3, "name or generateName is required")
        }
        if index(of: workflow.name, namespace) != nil {
            return error(409, 6, "workflows.argoproj.io \"\(workflow.name)\" already exists")
        }
        stamp(&workflow, namespace: namespace)
        if !isRehearsal { workflows.append(workflow) }
        return json(workflow)
    }
}
