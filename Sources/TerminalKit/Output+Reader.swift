extension Output {
    /// How long a reader may be gone before that is noticed.
    private static let glance = Duration.milliseconds(500)

    /// Carries out `body` while somebody reads; throws `OutputError.closed` once nobody does, even if nothing is written.
    ///
    /// A pipe tells only those who write that its reader has gone, and whoever follows may have nothing to write for hours.
    package func whileRead<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await body() }
            group.addTask {
                while true {
                    try await Task.sleep(for: Self.glance)
                    if self.isAbandoned { throw OutputError.closed }
                }
            }
            for try await result in group { return result }
            throw CancellationError()
        }
    }
}
