import DocumentKit

/// What a workflow took from stored templates when it was made; it keeps its own copy, as on a server.
enum StoredSpec {
    /// The workflow with the spec that holds: its own, or the one joined with a template's.
    static func effective(_ workflow: ValueTree) -> ValueTree {
        guard let spec = workflow["status"]?["storedWorkflowTemplateSpec"] else { return workflow }
        var workflow = workflow
        workflow["spec"] = spec
        return workflow
    }

    /// The templates that it took one by one.
    static func templates(in workflow: ValueTree) -> PlanReader.StoredTemplate {
        let stored = workflow["status"]?["storedTemplates"]
        return { key in
            stored?[key.storageKey].map { ($0, FieldPath()["status"]["storedTemplates"][key.storageKey]) }
        }
    }

    /// `own` over `template`, as argo joins them: single fields replace, arguments join by name.
    static func join(_ own: ValueTree, over template: ValueTree) -> ValueTree {
        var spec = template
        for (key, value) in own.members where key != "workflowTemplateRef" {
            guard key == "arguments" else {
                spec[key] = value
                continue
            }
            let given = value["parameters"]?.elements ?? []
            let names = Set(given.compactMap { $0["name"]?.string })
            let others = (template["arguments"]?["parameters"]?.elements ?? [])
                .filter { !names.contains($0["name"]?.string ?? "") }
            // Whatever else stands there is kept, so that it is not lost but refused.
            var arguments = template["arguments"] ?? .object([:])
            for (key, value) in value.members { arguments[key] = value }
            if !(given.isEmpty && others.isEmpty) { arguments["parameters"] = .array(given + others) }
            spec[key] = arguments
        }
        return spec
    }
}
