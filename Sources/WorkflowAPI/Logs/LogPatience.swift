/// How long reading a log goes on against failures.
package struct LogPatience: Sendable {
    package var time: TimeAndChance
    /// Tries in a row after answers that broke off. Each may be several requests: a client repeats what did not begin.
    package var retries: Int
    /// For how long whoever follows goes on beyond those: a server that is replaced comes back in that time.
    package var outage = Duration.seconds(150)
    /// An answer that lasted longer was a good one, even if nothing came.
    package var goodAge = Duration.seconds(5)

    package init(retries: Int = RetryPolicy.standardRetries, time: TimeAndChance = .system) {
        self.retries = retries
        self.time = time
    }
}
