/// How long a watch waits for what, and how often it tries again.
package struct WatchPatience: Sendable, Equatable {
    /// Pauses between attempts while the server fails; when they are used up the watch has failed.
    package var outage: [Duration]
    /// Pauses while a run that nobody has seen yet is not found: servers show new objects a moment late. A run that is
    /// known to exist gets some of those of `outage` after them.
    package var grace: [Duration]
    /// The pause between two looks where nothing else tells of changes: it doubles from the first to the last.
    package var polling: ClosedRange<Duration>
    /// Silence after which a stream counts as dead; a server that is well sends a sign of life every 15 seconds.
    package var idle: Duration?
    /// After this time a stream is left for a look at the run itself, so that no lost event can hold anybody for ever.
    package var lifetime: Duration
    /// A stream that lasted for so long was a good one, whatever ended it.
    package var settling = Duration.seconds(5)

    static let standardGrace: [Duration] = [.milliseconds(100), .milliseconds(300), .milliseconds(600)]
    /// So many of the pauses of an outage are added for runs that must come.
    static let pausesForNewRuns = 5

    package init(
        outage: [Duration], grace: [Duration] = standardGrace,
        polling: ClosedRange<Duration> = .milliseconds(200)...(.seconds(5)), idle: Duration? = .seconds(45),
        lifetime: Duration = .seconds(300)
    ) {
        self.outage = outage
        self.grace = grace
        self.polling = polling
        self.idle = idle
        self.lifetime = lifetime
    }

    /// With `retries` for a request: whoever follows a run has more time than whoever asks for something, and a server
    /// that is replaced comes back within minutes.
    package init(retries: Int = RetryPolicy.standardRetries, random: @escaping @Sendable () -> UInt64) {
        self.init(outage: Array(RetryPolicy(retries: retries * 8, random: random)))
    }

    /// The pause before the look that follows `count` looks without news.
    func pollingPause(after count: Int) -> Duration {
        var pause = polling.lowerBound
        for _ in 1..<max(1, count) where pause < polling.upperBound { pause = min(pause * 2, polling.upperBound) }
        return pause
    }
}
