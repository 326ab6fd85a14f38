import DocumentKit
import WorkflowModel

extension ArgoEndpoints {
    /// `POST /api/v1/workflows/{namespace}` for a manifest, `…/submit` for something stored.
    ///
    /// A mark names what is created, and says whose it is.
    static func submit(_ submission: Submission, mark: WriteMark? = nil) -> Endpoint<Workflow> {
        let path = root + ["workflows", submission.namespace]
        switch submission.source {
        case .manifest(let manifest):
            var endpoint = Endpoint(.post, path) { Workflow(try named($0)) }
            endpoint.body = create(mark?.marked(manifest) ?? manifest, submission)
            return endpoint
        case .resource(let kind, let name, let options):
            var endpoint = Endpoint(.post, path + ["submit"]) { Workflow(try named($0)) }
            endpoint.body = [
                "namespace": .string(submission.namespace),
                "resourceKind": .string(kind.rawValue),
                "resourceName": .string(name),
                "submitOptions": options.tree(submission.dryRun, mark),
            ]
            return endpoint
        }
    }

    /// `{"namespace":…,"workflow":{…},"serverDryRun":true,"createOptions":{"dryRun":["All"]}}`
    private static func create(_ manifest: ValueTree, _ submission: Submission) -> ValueTree {
        var body: ValueTree = ["namespace": .string(submission.namespace), "workflow": manifest]
        if submission.dryRun == .server { body["serverDryRun"] = true }
        body["createOptions"] = submission.dryRun == .client ? ["dryRun": ["All"]] : [:]
        return body
    }
}

extension SubmitOptions {
    /// The server's `submitOptions`: parameters as `name=value`, labels and annotations as one selector-like text.
    fileprivate func tree(_ dryRun: Submission.DryRun, _ mark: WriteMark?) -> ValueTree {
        var tree: ValueTree = [:]
        if let name = mark?.name ?? name { tree["name"] = .string(name) }
        if let generateName { tree["generateName"] = .string(generateName) }
        if let entrypoint { tree["entryPoint"] = .string(entrypoint) }
        if !parameters.isEmpty { tree["parameters"] = .array(parameters.map { .string("\($0.name)=\($0.value)") }) }
        if let serviceAccount { tree["serviceAccount"] = .string(serviceAccount) }
        switch dryRun {
        case .none: break
        case .client: tree["dryRun"] = true
        case .server: tree["serverDryRun"] = true
        }
        if !labels.isEmpty {
            tree["labels"] = .string(labels.map { "\($0.name)=\($0.value)" }.joined(separator: ","))
        }
        if let mark { tree["annotations"] = .string("\(WriteMark.annotation)=\(mark.requestID)") }
        if let priority { tree["priority"] = .number(priority) }
        return tree
    }
}
