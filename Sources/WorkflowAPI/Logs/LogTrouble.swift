/// What is left of the patience in the present trouble.
struct LogTrouble {
    struct Pause {
        var length: Duration
        /// The server asked for it.
        var isAsked: Bool
    }

    private let patience: LogPatience
    private let follows: Bool
    private var delays: RetryPolicy.Iterator
    private var failures = 0
    private var since: ContinuousClock.Instant?
    private var earlyEnds = 0

    init(_ patience: LogPatience, follows: Bool) {
        self.patience = patience
        self.follows = follows
        delays = RetryPolicy(retries: .max, random: patience.time.random).makeIterator()
    }

    /// All is well again. Streams that bring lines and end early all the same are not asked for without any pause.
    mutating func pass(lasted: Bool = true) {
        let earlyEnds = lasted ? 0 : min(earlyEnds, 1)
        self = LogTrouble(patience, follows: follows)
        self.earlyEnds = earlyEnds
    }

    /// The pause before the next try; nil when there is no point in one.
    mutating func pause(after error: BackendError, hasBegun: Bool) -> Pause? {
        guard patience.retries > 0, let asked = Self.leastPause(after: error, hasBegun: hasBegun) else { return nil }
        let now = patience.time.now()
        let start = since ?? now
        since = start
        failures += 1
        guard failures <= patience.retries || follows && now - start < patience.outage else { return nil }
        guard let delay = delays.next() else { return nil }
        // A server may ask for hours; it gets what is left.
        let granted = min(asked, max(.zero, patience.outage - (now - start)))
        return Pause(length: max(delay, granted), isAsked: granted > delay)
    }

    /// The pause after a stream that ended in good order before its time: none at first.
    mutating func pauseAfterEnd() -> Duration {
        defer { earlyEnds += 1 }
        return earlyEnds == 0 ? .zero : min(.milliseconds(100) * (1 << min(earlyEnds, 6)), .seconds(5))
    }

    /// nil for errors that last. A server that has sent lines before is one, whatever stands in for it meanwhile.
    private static func leastPause(after error: BackendError, hasBegun: Bool) -> Duration? {
        if hasBegun, case .malformed = error { return .zero }
        if case .passing(let after) = error.transience { return after }
        return nil
    }
}
