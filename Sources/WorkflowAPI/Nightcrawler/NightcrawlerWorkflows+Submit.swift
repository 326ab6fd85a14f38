import DocumentKit
import WorkflowModel

extension NightcrawlerWorkflows {
    /// Executes a definition. `tell` is told the definition: a dashboard names its executions itself.
    func submit(_ submission: Submission, telling tell: (WriteFate) -> Void) async throws -> Workflow {
        guard case .resource(let kind, let definition, let options) = submission.source else {
            throw BackendError.unsupported("workflows from manifests", by: .nightcrawler)
        }
        if let feature = Self.refusal(kind, options, submission.dryRun) {
            throw BackendError.unsupported(feature, by: .nightcrawler)
        }
        let parameters = ValueTree.object(.init(options.parameters.map { ($0.name, ParameterValue.tree($0)) }))
        var body: ValueTree = [:]
        if let environment = options.environment { body["environment"] = .string(environment) }
        if !options.parameters.isEmpty { body["parameters"] = parameters }
        let write = SettledWrite(
            client: client, kind: "an execution of workflow", name: definition,
            write: NightcrawlerEndpoints.execute(definition, body)
        ) {
            try await ids(of: definition)
        } read: { id in
            let id = ExecutionID(definition: definition, execution: id)
            let execution = try await client.send(NightcrawlerEndpoints.execution(id))
            return execution.has(parameters) ? execution : nil
        }
        return try await write.run(telling: tell).workflow
    }

    private func ids(of definition: String) async throws -> Set<String> {
        var ids: Set<String> = []
        let pages = NightcrawlerPages(client: client, key: "executions") { _, offset in
            NightcrawlerEndpoints.executions(of: definition, nil, pageSize: 500, offset: offset)
        }
        try await pages.walk { ids.insert(DashboardExecution($0, of: definition).id) }
        return ids
    }

    private static func refusal(_ kind: ResourceKind, _ options: SubmitOptions, _ dryRun: Submission.DryRun) -> String?
    {
        if kind != .workflowTemplate { return kind.plural }
        if dryRun != .none { return "dry runs (--server-dry-run)" }
        if options.name != nil || options.generateName != nil {
            return "names to choose for executions (--name, --generate-name)"
        }
        if options.entrypoint != nil { return "entrypoints (--entrypoint)" }
        if options.serviceAccount != nil { return "service accounts (--serviceaccount)" }
        if !options.labels.isEmpty { return "labels (--labels)" }
        if options.priority != nil { return "priorities of executions (--priority)" }
        return nil
    }
}

extension DashboardExecution {
    /// Whether it may have been started with these; one that does not show its parameters may.
    fileprivate func has(_ asked: ValueTree) -> Bool {
        guard let parameters else { return true }
        return asked.members.allSatisfy { parameters[$0.key]?.tree == $0.value }
    }
}
