import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process of ours that has to be waited for; it is only killed as long as its number is its own.
final class StartedProgram: Sendable {
    private let child: pid_t
    /// Kills the processes that it has started along with it.
    private let leadsGroup: Bool
    private let isOver = Mutex(false)

    init(_ child: pid_t, leadsGroup: Bool) {
        self.child = child
        self.leadsGroup = leadsGroup
    }

    func kill() {
        isOver.withLock { isOver in
            #if canImport(Glibc)
                if !isOver { _ = Glibc.kill(leadsGroup ? -child : child, SIGKILL) }
            #else
                if !isOver { _ = Darwin.kill(leadsGroup ? -child : child, SIGKILL) }
            #endif
        }
    }

    /// Waits for its end; false when it has not come by then.
    func ends(by deadline: ContinuousClock.Instant) -> Bool {
        var pause: UInt32 = 500
        while !hasEnded(WNOHANG) {
            guard ContinuousClock.now < deadline else { return false }
            usleep(pause)
            pause = min(pause * 2, 50_000)
        }
        return true
    }

    /// Waits for its end: its exit status, or 128 and the signal that ended it.
    func status() -> Int32 {
        _ = hasEnded(0)
        return isOver.withLock { isOver in
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0 && errno == EINTR {}
            isOver = true
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        }
    }

    /// Whether it has ended; its number stays its own.
    private func hasEnded(_ options: Int32) -> Bool {
        while true {
            var info = siginfo_t()
            if waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT | options) == 0 { return info.si_signo == SIGCHLD }
            // Whoever is not there any more has ended.
            if errno != EINTR { return true }
        }
    }
}
