import WorkflowModel

/// Shows what becomes of runs while they are followed. Called from one task for each run.
protocol RunDisplay: Sendable {
    /// A state of a run, by the run's place among those that are followed; the last one is how it ended.
    func show(_ workflow: Workflow, at place: Int) throws
    /// The run was deleted before it was over.
    func showDeletion(at place: Int) throws
    /// Makes room for what is said about a run's end.
    func makeRoom()
    /// Keeps the display up while `body` runs, and leaves what is to stay of it.
    func showing<Result>(_ body: () async throws -> Result) async throws -> Result
}

extension RunDisplay {
    func showDeletion(at place: Int) {}
    func makeRoom() {}
    func showing<Result>(_ body: () async throws -> Result) async throws -> Result { try await body() }
}
