import WorkflowAPI
package import WorkflowModel

/// What the local backend takes from the world around it.
package struct LocalConfiguration: Sendable {
    /// The folder that holds everything.
    package var root: String
    /// For finding commands before a run; the launcher passes its own on.
    package var environment: [String: String]
    package var launcher: any RunnerLauncher
    /// Told what a manifest sets that does not matter here.
    package var note: @Sendable (String) -> Void
    package var now: @Sendable () -> Timestamp
    package var random: @Sendable () -> UInt64
    /// How long a runner may take to end by itself when its run is deleted.
    package var grace: Duration

    package init(
        root: String, environment: [String: String], launcher: any RunnerLauncher,
        note: @escaping @Sendable (String) -> Void = { _ in },
        now: @escaping @Sendable () -> Timestamp = WallClock.now,
        random: @escaping @Sendable () -> UInt64 = { .random(in: 0 ... .max) }, grace: Duration = .seconds(10)
    ) {
        self.root = root
        self.environment = environment
        self.launcher = launcher
        self.note = note
        self.now = now
        self.random = random
        self.grace = grace
    }

    /// `$XDG_STATE_HOME/wfctl`, else `~/.local/state/wfctl`; nil when the environment names neither.
    package static func defaultRoot(environment: [String: String]) -> String? {
        // The specification has relative paths ignored.
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return "\(state)/wfctl" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home == "/" ? "" : home)/.local/state/wfctl"
    }
}
