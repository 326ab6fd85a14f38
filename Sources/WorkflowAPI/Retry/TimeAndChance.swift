package import WorkflowModel

/// The clocks and the random numbers that a client depends on; tests bring their own.
package struct TimeAndChance: Sendable {
    /// For deadlines: never goes backwards.
    package var now: @Sendable () -> ContinuousClock.Instant
    package var sleep: @Sendable (Duration) async throws -> Void
    /// Comes back at that moment, for deadlines of what goes on beside it.
    package var reach: @Sendable (ContinuousClock.Instant) async throws -> Void
    /// For dates that servers send.
    package var wallTime: @Sendable () -> Timestamp
    package var random: @Sendable () -> UInt64

    package init(
        now: @escaping @Sendable () -> ContinuousClock.Instant,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        reach: @escaping @Sendable (ContinuousClock.Instant) async throws -> Void,
        wallTime: @escaping @Sendable () -> Timestamp, random: @escaping @Sendable () -> UInt64
    ) {
        self.now = now
        self.sleep = sleep
        self.reach = reach
        self.wallTime = wallTime
        self.random = random
    }

    package static let system = TimeAndChance(
        now: { .now }, sleep: { try await Task.sleep(for: $0) },
        reach: { try await Task.sleep(until: $0, clock: .continuous) }, wallTime: WallClock.now,
        random: { .random(in: 0 ... .max) })
}
