#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a runner goes about its work.
package struct RunnerSettings: Sendable {
    /// Processes at a time.
    package var parallelism: Int
    /// What a process gets between being asked to end and being killed.
    package var grace: Duration
    /// The least time between two writes of the status.
    package var statusInterval: Duration
    /// How often it shows that it lives: as exactly as that is known when it was killed.
    package var heartbeat: Duration

    package init(
        parallelism: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), grace: Duration = .seconds(5),
        statusInterval: Duration = .milliseconds(100), heartbeat: Duration = .seconds(1)
    ) {
        self.parallelism = parallelism
        self.grace = grace
        self.statusInterval = statusInterval
        self.heartbeat = heartbeat
    }
}
