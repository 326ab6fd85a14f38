import LocalEngine
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that runs behind its guard: what it prints, how it ends, and the lifeline it hangs on.
final class GuardedProgram: Sendable {
    let output: FileDescriptor
    let report: FileDescriptor
    private let guardian: pid_t
    private let lifeline: Mutex<FileDescriptor?>

    /// Starts `start` with the ends of pipes that are its: input of the lifeline, output, report.
    init(
        _ spawn: (_ lifeline: FileDescriptor, _ output: FileDescriptor, _ report: FileDescriptor) -> Spawn
    ) throws(SystemError) {
        let (lifeline, output, report) = (
            try FileDescriptor.pipe(), try FileDescriptor.pipe(), try FileDescriptor.pipe()
        )
        guardian = try spawn(lifeline.read, output.write, report.write).start()
        (self.output, self.report) = (output.read, report.read)
        self.lifeline = Mutex(lifeline.write)
    }

    /// Kills it with all it has started.
    func kill() { lifeline.withLock { $0 = nil } }

    /// Leaves what it has started to itself.
    func release() {
        lifeline.withLock { lifeline in
            if let lifeline { ProgramGuard.release(lifeline) }
            lifeline = nil
        }
    }

    /// Waits until the guard has done its work.
    func wait() {
        var status: Int32 = 0
        while waitpid(guardian, &status, 0) < 0 && errno == EINTR {}
    }
}
