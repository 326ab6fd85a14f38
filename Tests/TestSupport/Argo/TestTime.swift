import Synchronization
package import WorkflowAPI
package import WorkflowModel

/// Time that passes only when somebody sleeps, and chance that is the same in every run.
///
/// ```swift
/// let time = TestTime()
/// let client = APIClient(server, transport: transport, time: time.timeAndChance)
/// …
/// #expect(time.sleeps == [.milliseconds(100)])
/// ```
package final class TestTime: Sendable {
    private struct State {
        var elapsed = Duration.zero
        var sleeps: [Duration] = []
        var generator = SeededGenerator(seed: 1)
        var appointments: [(time: Duration, act: @Sendable () -> Void)] = []

        /// What is due once that much time has passed.
        mutating func pass(_ duration: Duration) -> [@Sendable () -> Void] {
            elapsed += duration
            let due = appointments.filter { $0.time <= elapsed }.map(\.act)
            appointments.removeAll { $0.time <= elapsed }
            return due
        }
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now
    private let wallStart: Timestamp
    private let draw: @Sendable (UInt64) -> UInt64

    /// `draw` may replace each random number.
    package init(
        at wallStart: Timestamp = Timestamp(seconds: 1_767_323_045),
        draw: @escaping @Sendable (UInt64) -> UInt64 = { $0 }
    ) {
        self.wallStart = wallStart
        self.draw = draw
    }

    /// Every sleep so far.
    package var sleeps: [Duration] { state.withLock(\.sleeps) }

    package func pass(_ duration: Duration) {
        let due = state.withLock { $0.pass(duration) }
        for act in due { act() }
    }

    /// Has something done by whoever lets that much time pass from now.
    func after(_ duration: Duration, _ act: @escaping @Sendable () -> Void) {
        state.withLock { $0.appointments.append(($0.elapsed + duration, act)) }
    }

    private func reach(_ instant: ContinuousClock.Instant) async throws {
        let isReached = Gate()
        let isOver = state.withLock { state in
            state.appointments.append((instant - start, isReached.open))
            return state.elapsed >= instant - start
        }
        if !isOver { try await isReached.opened() }
    }

    package var timeAndChance: TimeAndChance {
        TimeAndChance(
            now: { [self] in state.withLock { start + $0.elapsed } },
            sleep: { [self] duration in
                try Task.checkCancellation()
                state.withLock { $0.sleeps.append(duration) }
                pass(duration)
                // Whoever sleeps over and over lets others run, too.
                await Task.yield()
            },
            reach: { [self] in try await reach($0) },
            wallTime: { [self] in state.withLock { wallStart + $0.elapsed } },
            random: { [self] in draw(state.withLock { $0.generator.next() }) })
    }
}
