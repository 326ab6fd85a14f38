/// What is left of the tries and of the time for one request. The time always wins.
package struct RetryBudget: Sendable {
    private var delays: RetryPolicy.Iterator
    private let timeout: Duration
    private let deadline: ContinuousClock.Instant
    private let time: TimeAndChance
    private let retries: Int
    /// Tries so far, the running one included.
    package private(set) var tries = 1

    package init(_ policy: RetryPolicy, within timeout: Duration, time: TimeAndChance) {
        delays = policy.makeIterator()
        retries = policy.retries
        self.timeout = timeout
        deadline = time.now() + timeout
        self.time = time
    }

    /// How long the running try may take.
    package var remaining: Duration { tries == 1 ? timeout : max(.zero, deadline - time.now()) }

    /// What is left of the time, the running try not allowed for.
    var timeLeft: Duration { max(.zero, deadline - time.now()) }

    /// The pause before the next try. There is none, nil, after a failure that lasts, after the last try, and where
    /// the time would be up before the pause is over.
    package mutating func pause(after failure: Transience) -> Duration? {
        let least: Duration
        switch failure {
        case .lasting: return nil
        case .doubtful:
            guard tries == 1 else { return nil }
            least = .zero
        case .passing(let after): least = after
        }
        guard let delay = delays.next(), case let pause = max(delay, least), time.now() + pause < deadline
        else { return nil }
        tries += 1
        return pause
    }

    /// `again in 0.25 s (retry 1 of 5)`, once `pause` has said so.
    package func notice(of pause: Duration) -> String {
        "again in \(DeadlineClock.text(pause)) (retry \(tries - 1) of \(retries))"
    }

    /// The error that a request ends with; it says how often it was tried if that was more than once.
    func count(in error: any Error) -> any Error {
        switch error {
        case var failure as FailedAnswer:
            failure.error = count(in: failure.error)
            return failure
        case let error as BackendError: return count(in: error)
        default: return error
        }
    }

    func count(in error: BackendError) -> BackendError {
        tries > 1 ? error.saying { "\($0) (tried \(tries) times)" } : error
    }
}
