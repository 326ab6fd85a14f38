import DocumentKit
import WorkflowModel

extension NightcrawlerWorkflows {
    func list(_ query: WorkflowQuery, each body: (Workflow) throws -> Void) async throws {
        let refusals: [(Bool, String)] = [
            (!query.labelSelector.isEmpty, "labels"), (!query.fieldSelector.isEmpty, "field selectors"),
            (query.isResubmitted, "resubmitted workflows"),
        ]
        for case (true, let feature) in refusals { throw BackendError.unsupported(feature, by: .nightcrawler) }
        try await walk(query) { execution in
            let workflow = execution.workflow
            guard query.matches(workflow), query.isCompleted ?? workflow.isFinished == workflow.isFinished else {
                return
            }
            try body(workflow)
        }
    }

    /// Hands over at least all executions that a query means.
    func walk(_ query: WorkflowQuery, each body: (DashboardExecution) throws -> Void) async throws {
        if let definition = query.definition { return try await walk(definition, query, each: body) }
        for definition in try await definitions() {
            do {
                try await walk(definition, query, each: body)
            } catch BackendError.notFound {
                // It was deleted since its id came.
                continue
            }
        }
    }

    /// A dashboard takes one status at a time, and has two words for some phases: it is asked for one after the other.
    private func walk(
        _ definition: String, _ query: WorkflowQuery, each body: (DashboardExecution) throws -> Void
    ) async throws {
        let words = DashboardStatus.words(for: query.phases)
        guard !query.phases.isEmpty, words.count < DashboardStatus.allCases.count,
            client.memory.recall(.statusFilter) == nil
        else {
            return try await walk(definition, nil, query, each: body)
        }
        var ids: Set<String> = []
        do {
            for word in words {
                try await walk(definition, word, query) { execution in
                    if ids.insert(execution.id).inserted { try body(execution) }
                }
            }
        } catch BackendError.invalid {
            // It does not know the word for a filter: all are asked for, and looked at here.
            try await walk(definition, nil, query) { execution in
                if ids.insert(execution.id).inserted { try body(execution) }
            }
            client.memory.keep("refused", for: .statusFilter)
        }
    }

    private func walk(
        _ definition: String, _ status: DashboardStatus?, _ query: WorkflowQuery,
        each body: (DashboardExecution) throws -> Void
    ) async throws {
        let pages = NightcrawlerPages(client: client, key: "executions") { _, offset in
            NightcrawlerEndpoints.executions(of: definition, status, pageSize: query.pageSize, offset: offset)
        }
        try await pages.walk { try body(DashboardExecution($0, of: definition)) }
    }
}
