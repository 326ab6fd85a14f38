/// A moment after which nobody waits any longer; nil waits for ever.
struct Deadline: Sendable {
    let instant: ContinuousClock.Instant?

    init(after timeout: Duration?) {
        instant = timeout.map { ContinuousClock.now + $0 }
    }

    /// The result of `body`, or nil when the time was up first; `body` is cancelled then.
    func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value? {
        guard let instant else { return try await body() }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(until: instant, clock: .continuous)
                return nil
            }
            return try await group.next().flatMap(\.self)
        }
    }
}
