package import WorkflowModel

/// How long reading a log goes on against failures, and the clocks it goes by.
package struct LogPatience: Sendable {
    /// The pause after an error and so many failures in a row; nil gives up.
    package var pause: @Sendable (_ failures: Int, _ error: BackendError) -> Duration?
    package var sleep: @Sendable (Duration) async throws -> Void
    package var now: @Sendable () -> Timestamp
    package var instant: @Sendable () -> ContinuousClock.Instant
    /// An answer that lasted longer was a good one, even if nothing came.
    package var goodAge = Duration.seconds(5)

    package init(
        pause: @escaping @Sendable (_ failures: Int, _ error: BackendError) -> Duration?,
        sleep: @escaping @Sendable (Duration) async throws -> Void, now: @escaping @Sendable () -> Timestamp,
        instant: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.pause = pause
        self.sleep = sleep
        self.now = now
        self.instant = instant
    }

    /// The pause after a stream that ended in good order before its time, so many times in a row: none, then more.
    func pauseAfterEnd(_ times: Int) -> Duration {
        times == 0 ? .zero : min(.milliseconds(100) * (1 << min(times, 6)), .seconds(5))
    }
}
