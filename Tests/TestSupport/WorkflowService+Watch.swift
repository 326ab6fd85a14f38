package import WorkflowAPI

extension WorkflowService {
    /// One stream of a workflow's states, from the current one on, without what stands for silence.
    package func watch(
        _ reference: WorkflowReference, each body: (WorkflowEvent) throws -> StreamControl
    ) async throws {
        try await watch(WatchQuery(workflow: reference)) { event in
            if case .unchanged = event { return .proceed }
            return try body(event)
        }
    }
}
