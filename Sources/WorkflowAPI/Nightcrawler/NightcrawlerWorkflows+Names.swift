import DocumentKit
import WorkflowModel

extension NightcrawlerWorkflows {
    func execution(_ reference: WorkflowReference) async throws -> DashboardExecution {
        let found = try await find(reference)
        if let execution = found.execution { return execution }
        return try await execution(found.id)
    }

    /// `isSure` trusts nothing that was found out before.
    func id(of reference: WorkflowReference, isSure: Bool = false) async throws -> ExecutionID {
        try await find(reference, isSure: isSure).id
    }

    /// A dashboard does not say which one it does not have.
    func execution(_ id: ExecutionID) async throws -> DashboardExecution {
        do {
            return try await client.send(NightcrawlerEndpoints.execution(id))
        } catch BackendError.notFound(let text) { throw BackendError.notFound("workflow '\(id.name)': \(text)") }
    }

    /// `DEFINITION/EXECUTION`, an execution's id where only one definition has it, or the youngest: of all, or of one.
    private func find(_ reference: WorkflowReference, isSure: Bool = false) async throws -> Found {
        let parts = reference.name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy(Self.isID) else { throw Self.missing(reference.name) }
        switch (parts.count, parts.last) {
        case (1, "@latest"): return Found(id: try await youngest(of: nil))
        case (1, let id?):
            if !isSure, let found = try await remembered(id) { return found }
            return try await search(id)
        case (2, "@latest"): return Found(id: try await youngest(of: parts[0]))
        case (2, let id?): return Found(id: ExecutionID(definition: parts[0], execution: id))
        default: throw Self.missing(reference.name)
        }
    }

    /// What a name stands for, and the execution itself where it had to be looked at.
    private struct Found {
        var id: ExecutionID
        var execution: DashboardExecution?
    }

    /// The execution where it was found before; nil when it is not there any more.
    private func remembered(_ execution: String) async throws -> Found? {
        guard let definition = client.memory.recall(.definition(of: execution)), Self.isID(definition) else {
            return nil
        }
        let id = ExecutionID(definition: definition, execution: execution)
        do {
            // Whoever does not have it is asked for the list next.
            return Found(id: id, execution: try await unproven.execution(id))
        } catch let error as BackendError {
            switch error {
            case .notFound, .invalid, .malformed, .server(status: 404, _): break
            default: throw error
            }
            client.memory.forget(.definition(of: execution))
            return nil
        }
    }

    /// The same, which believes whoever says that something is not there.
    private var unproven: NightcrawlerWorkflows {
        var client = client
        client.proof = nil
        return NightcrawlerWorkflows(client: client)
    }

    /// These would mean another path.
    private static func isID(_ text: String) -> Bool { !["", ".", ".."].contains(text) }

    private static func missing(_ name: String) -> BackendError {
        .notFound("workflow '\(name)' not found: on a dashboard one is called DEFINITION/EXECUTION")
    }

    private func search(_ execution: String) async throws -> Found {
        var found: [Found] = []
        let definitions = try await definitions()
        // They came from a dashboard just now, so what it does not have needs no further proof.
        let known = unproven
        for definition in definitions {
            let id = ExecutionID(definition: definition, execution: execution)
            do {
                found.append(Found(id: id, execution: try await known.execution(id)))
            } catch BackendError.notFound { continue }
        }
        guard let only = found.first else { throw Self.missing(execution) }
        guard found.count == 1 else {
            throw BackendError.invalid(
                "'\(execution)' is an execution of several workflows: "
                    + found.map(\.id.name).joined(separator: ", "))
        }
        client.memory.keep(only.id.definition, for: .definition(of: execution))
        return only
    }

    private func youngest(of definition: String?) async throws -> ExecutionID {
        var query = WorkflowQuery(namespace: nil)
        query.definition = definition
        var youngest: (start: Timestamp, id: ExecutionID)?
        try await walk(query) { execution in
            let start = execution.progress.startedAt ?? .zero
            // Of those that started together, the one that the dashboard names first.
            if let known = youngest, known.start >= start { return }
            youngest = (start, ExecutionID(definition: execution.definition, execution: execution.id))
        }
        guard let youngest else {
            throw BackendError.notFound("no workflows found" + (definition.map { " of '\($0)'" } ?? ""))
        }
        return youngest.id
    }

    func definitions() async throws -> [String] {
        var ids: [String] = []
        try await NightcrawlerDefinitions(client: client).list(ResourceQuery(namespace: nil)) { ids.append($0.name) }
        return ids
    }
}
