import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Answers a shell that asks for names: silent on failure, a second at most, since a key press waits for it.
struct NameCompletion {
    let request: CompletionRequest
    let context: CommandContext

    func answer() async {
        let globals = request.options(GlobalOptions.self, environment: context.environment)
        let topic = request.topic
        if topic == "contexts" { return answer(contexts) }
        guard var choice = try? silent.choose(globals.connection) else { return }
        choice.target = choice.target.askingNobody
        let key = Self.key(topic, of: choice)
        let cache = globals.connection.ignoresContexts ? .none : context.names
        if let kept = cache.load(key) {
            return answer(String(decoding: kept, as: UTF8.self).split(separator: "\n").map(String.init))
        }
        guard let connection = try? silent.connect(choice, nil) else { return }
        let names = try? await Deadline(after: context.namePatience, context.time).run {
            try await Self.names(topic, from: connection)
        }
        guard let names = names ?? nil else { return }
        if choice.kind != .local { cache.save(key, Array(names.joined(separator: "\n").utf8)) }
        answer(names)
    }

    /// One name for one question that one asker has to one place.
    private static func key(_ topic: String, of choice: BackendChoice) -> String {
        let server = choice.target.server
        return StableName.of([
            choice.kind.rawValue, server?.place ?? "", choice.namespace.value, server?.asker ?? "", topic,
        ])
    }

    private func answer(_ names: [String]) {
        try? context.terminal.out.write(CompletionRequest.lines(names.map { (name: $0, description: "") }))
    }

    private var contexts: [String] {
        ((try? context.contexts.load { _ in }) ?? nil)?.contexts.map(\.name) ?? []
    }

    /// A key press asks for no advice.
    private var silent: CommandContext {
        var context = context
        context.terminal.err = .memory()
        return context
    }

    private static func names(_ topic: String, from connection: Connection) async throws -> [String] {
        let namespace = connection.namespace
        switch topic {
        case "workflows": return try await workflows(namespace, from: connection).map(\.name)
        case "namespaces": return Set(try await workflows(nil, from: connection).map(\.namespace)).sorted()
        case "templates": return try await resources(.workflowTemplate, namespace, from: connection)
        case "cluster-templates": return try await resources(.clusterWorkflowTemplate, namespace, from: connection)
        case "cron-workflows": return try await resources(.cronWorkflow, namespace, from: connection)
        case "sources":
            if connection.backend.has(.definitions) {
                return try await resources(.workflowTemplate, namespace, from: connection).map { "workflow/\($0)" }
            }
            var names: [String] = []
            for kind in ResourceKind.allCases {
                let found = (try? await resources(kind, namespace, from: connection)) ?? []
                names += found.map { "\(kind.rawValue.lowercased())/\($0)" }
            }
            return names
        default: return []
        }
    }

    private static func workflows(
        _ namespace: String?, from connection: Connection
    ) async throws -> [(namespace: String, name: String)] {
        var query = WorkflowQuery(namespace: namespace)
        query.fields = .names
        var found: [(namespace: String, name: String)] = []
        try await connection.backend.workflows.list(query) { found.append(($0.namespace, $0.name)) }
        return found
    }

    private static func resources(
        _ kind: ResourceKind, _ namespace: String, from connection: Connection
    ) async throws -> [String] {
        var names: [String] = []
        try await connection.backend.resources(kind).list(ResourceQuery(namespace: namespace)) { names.append($0.name) }
        return names
    }
}
