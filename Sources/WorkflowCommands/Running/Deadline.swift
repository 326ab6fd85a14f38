import Synchronization
import TerminalKit
import WorkflowAPI

/// A moment after which nobody waits any longer; nil waits for ever.
struct Deadline: Sendable {
    /// What runs may be held up where it hears of nothing: by a reader that does not read.
    private static let grace = Duration.seconds(2)

    private let instant: ContinuousClock.Instant?
    private let time: TimeAndChance

    init(after timeout: Duration?, _ time: TimeAndChance) {
        instant = timeout.map { time.now() + $0 }
        self.time = time
    }

    /// The result of `body`, or nil when the time was up first; `body` is cancelled then, and the process ends should it
    /// still go on a moment later.
    func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value? {
        guard let instant else { return try await body() }
        let isOver = Flag()
        defer { isOver.raise() }
        // A machine that stood still over the deadline has not used up the grace.
        DeadlineClock.schedule(after: instant - time.now()) {
            DeadlineClock.schedule(after: Self.grace) {
                if !isOver.isRaised {
                    Interruption.end(ExitStatus.timedOut.rawValue, saying: "wfctl: the time is up\n")
                }
            }
        }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await body() }
            group.addTask { [time] in
                try await time.reach(instant)
                return nil
            }
            return try await group.next().flatMap(\.self)
        }
    }

    private final class Flag: Sendable {
        private let value = Atomic(false)

        var isRaised: Bool { value.load(ordering: .acquiring) }
        func raise() { value.store(true, ordering: .releasing) }
    }
}
