#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A lock on a file, held as long as some process has this opening of it: a started process that
/// inherits the descriptor inherits the lock, and no crash leaves one behind.
package struct FileLock: Sendable {
    package enum Mode: Sendable { case shared, exclusive }

    let file: FileDescriptor

    /// nil when somebody else holds it.
    package static func tryAcquire(
        _ path: String, _ mode: Mode, creating: Bool = false
    ) throws(SystemError) -> FileLock? {
        try acquire(path, mode, creating: creating, operation: LOCK_NB)
    }

    /// Waits for whoever holds it, for that long at most; nil when it is still held then.
    package static func acquire(_ path: String, within limit: Duration) throws(SystemError) -> FileLock? {
        let deadline = ContinuousClock.now + limit
        while true {
            if let lock = try tryAcquire(path, .exclusive, creating: true) { return lock }
            guard ContinuousClock.now < deadline else { return nil }
            // A signal may cut it short, which does no harm.
            usleep(10_000)
        }
    }

    /// Waits for whoever holds it.
    static func acquire(_ path: String, _ mode: Mode = .exclusive) throws(SystemError) -> FileLock {
        guard let lock = try acquire(path, mode, creating: true, operation: 0) else {
            throw SystemError("lock", path, code: EWOULDBLOCK)
        }
        return lock
    }

    /// Turns a shared lock into an exclusive one, unless somebody else has it too.
    func makeExclusive() -> Bool { flock(file.raw, LOCK_EX | LOCK_NB) == 0 }

    private static func acquire(
        _ path: String, _ mode: Mode, creating: Bool, operation: Int32
    ) throws(SystemError) -> FileLock? {
        // Reading is enough for a lock, also in a store that cannot be written to; a FIFO in its place must not block.
        let file = try FileDescriptor.open(path, O_NONBLOCK | (creating ? O_RDWR | O_CREAT : O_RDONLY))
        while flock(file.raw, (mode == .shared ? LOCK_SH : LOCK_EX) | operation) != 0 {
            if errno == EWOULDBLOCK { return nil }
            if errno != EINTR { throw SystemError("lock", path) }
        }
        return FileLock(file: file)
    }
}
