/// How long reading a log goes on against failures.
package struct LogPatience: Sendable {
    package var time: TimeAndChance
    /// Tries in a row after answers that broke off. Each may be several requests: a client repeats what did not begin.
    package var retries: Int
    /// For how long whoever follows goes on beyond those: a server that is replaced comes back in that time.
    package var outage = Duration.seconds(150)
    /// The pauses while a run that nobody has seen yet is not found: servers show new objects a moment late.
    package var grace = WatchPatience.standardGrace
    /// The run was created a moment ago, by this process: it must come, and its server has answered.
    package private(set) var isOfNewRun = false
    /// An answer that lasted longer was a good one, even if nothing came.
    package var goodAge = Duration.seconds(5)
    /// So long after it was asked for, a server has sent what there was to send at once.
    package var settledAge = Duration.seconds(2)
    /// Clocks of servers may differ from this one's by that much: better a line too many than one lost.
    package static let clockError = Duration.seconds(600)

    package init(retries: Int = RetryPolicy.standardRetries, time: TimeAndChance = .system) {
        self.retries = retries
        self.time = time
    }
    /// What `look` finds. A run that is not there may be on its way.
    package func awaiting<Found>(_ look: () async throws -> Found) async throws -> Found {
        var pauses = grace[...]
        while true {
            do {
                return try await look()
            } catch BackendError.notFound(let reason) {
                guard let pause = pauses.popFirst() else { throw BackendError.notFound(reason) }
                try await time.sleep(pause)
            }
        }
    }

    /// The same for a run that was created a moment ago.
    package var ofNewRun: LogPatience {
        var patience = self
        patience.isOfNewRun = true
        patience.grace += Array(RetryPolicy(retries: min(retries, WatchPatience.pausesForNewRuns), random: time.random))
        return patience
    }
}
