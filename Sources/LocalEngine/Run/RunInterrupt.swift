import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Lets somebody else tell a runner to stop: another thread, or a signal.
package final class RunInterrupt: Sendable {
    let wake: (read: FileDescriptor, write: FileDescriptor)
    private let requested = Atomic(false)

    /// The pipe that the signal handler writes to; a handler can reach nothing but globals.
    private static let signalled = Atomic<Int32>(-1)

    package init() throws(SystemError) {
        wake = try FileDescriptor.pipe()
        wake.read.setNonBlocking()
    }

    var isRequested: Bool { requested.load(ordering: .acquiring) }

    func request() {
        requested.store(true, ordering: .releasing)
        var process: Int32 = 0
        _ = write(wake.write.raw, &process, MemoryLayout<Int32>.size)
    }

    /// Takes SIGTERM and SIGINT as a request to stop, for the rest of the process's life.
    func followSignals() {
        Self.signalled.store(wake.write.raw, ordering: .releasing)
        for number in [SIGTERM, SIGINT] {
            signal(number) { _ in
                // Nothing but write(2) is safe here; -1 tells the reader whose message it is.
                let file = RunInterrupt.signalled.load(ordering: .acquiring)
                var message: Int32 = -1
                _ = write(file, &message, MemoryLayout<Int32>.size)
            }
        }
        signal(SIGHUP, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
    }

    /// Called by the reader of the pipe for a message of the signal handler.
    func noteSignal() { requested.store(true, ordering: .releasing) }
}
