#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file that closes when nobody holds it any more.
package final class FileDescriptor: Sendable {
    package let raw: Int32

    package init(owning raw: Int32) { self.raw = raw }
    deinit { close(raw) }

    /// Opens `path`; never inherited by processes that are started meanwhile.
    static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws(SystemError) -> FileDescriptor {
        while true {
            #if canImport(Glibc)
                let raw = Glibc.open(path, flags | O_CLOEXEC, mode)
            #else
                let raw = Darwin.open(path, flags | O_CLOEXEC, mode)
            #endif
            if raw >= 0 { return FileDescriptor(owning: raised(raw)) }
            if errno != EINTR { throw SystemError("open", path) }
        }
    }

    /// A pipe whose ends are closed in every process that is started meanwhile.
    package static func pipe() throws(SystemError) -> (read: FileDescriptor, write: FileDescriptor) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
            let failed = Glibc.pipe(&ends) != 0
        #else
            let failed = Darwin.pipe(&ends) != 0
        #endif
        if failed { throw SystemError("make", "a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (FileDescriptor(owning: raised(ends[0])), FileDescriptor(owning: raised(ends[1])))
    }

    /// Keeps 0, 1 and 2 free in a process that was started without them: they are what started processes get anew.
    private static func raised(_ raw: Int32) -> Int32 {
        guard raw <= 2 else { return raw }
        let higher = fcntl(raw, F_DUPFD_CLOEXEC, 3)
        if higher < 0 { return raw }
        close(raw)
        return higher
    }

    /// Another number for the same open file; nil where there is none.
    package static func copy(of raw: Int32) -> FileDescriptor? {
        let copy = fcntl(raw, F_DUPFD_CLOEXEC, 3)
        return copy < 0 ? nil : FileDescriptor(owning: copy)
    }

    package func setNonBlocking() { _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK) }

    /// Writes all bytes; `path` is for the message.
    package func write(_ bytes: some Collection<UInt8>, path: String) throws(SystemError) {
        let bytes = Array(bytes)
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                #if canImport(Glibc)
                    Glibc.write(raw, buffer.baseAddress.map { $0 + start }, buffer.count - start)
                #else
                    Darwin.write(raw, buffer.baseAddress.map { $0 + start }, buffer.count - start)
                #endif
            }
            if written >= 0 {
                start += written
            } else if errno != EINTR {
                throw SystemError("write", path)
            }
        }
    }

    /// What `read` found.
    package enum Chunk: Equatable {
        case bytes([UInt8])
        /// Nothing now (of a non-blocking file).
        case nothing
        case end
    }

    package func read(upTo limit: Int = 65_536) throws(SystemError) -> Chunk {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
                #if canImport(Glibc)
                    count = Glibc.read(raw, buffer.baseAddress, limit)
                #else
                    count = Darwin.read(raw, buffer.baseAddress, limit)
                #endif
                filled = max(count, 0)
            }
            if count > 0 { return .bytes(bytes) }
            if count == 0 { return .end }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .nothing
            default: throw SystemError("read", "a file")
            }
        }
    }
}
