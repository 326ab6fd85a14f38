import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The two system calls an output needs, as a value, so that tests can play a slow, full or vanished reader.
struct Channel: Sendable {
    /// Hands some of the bytes on; answers how many were taken, or a negated `errno`.
    var write: @Sendable (borrowing Span<UInt8>) -> Int
    /// Waits until `write` takes something, for so many milliseconds or, with -1, for ever.
    /// Answers 1, 0 when the time is up, or a negated `errno`.
    var waitUntilWritable: @Sendable (_ milliseconds: Int32) -> Int
    /// Whether nobody can read any more, as far as that can be told without a write.
    var isAbandoned: @Sendable () -> Bool = { false }

    /// An open file descriptor, blocking or not.
    static func descriptor(_ descriptor: Int32) -> Channel {
        Channel(
            write: { bytes in
                bytes.withUnsafeBytes { buffer in
                    #if canImport(Glibc)
                        let taken = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
                    #else
                        let taken = Darwin.write(descriptor, buffer.baseAddress, buffer.count)
                    #endif
                    return taken < 0 ? -Int(errno) : taken
                }
            },
            waitUntilWritable: { milliseconds in
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                let count = poll(&request, 1, milliseconds)
                return count < 0 ? -Int(errno) : Int(count)
            },
            isAbandoned: {
                var request = pollfd(fd: descriptor, events: 0, revents: 0)
                return poll(&request, 1, 0) > 0 && Int32(request.revents) & Int32(POLLERR | POLLHUP) != 0
            })
    }

    /// Collects everything in `memory`.
    static func memory(_ memory: Memory) -> Channel {
        Channel(
            write: { bytes in
                memory.append(bytes)
                return bytes.count
            },
            waitUntilWritable: { _ in 1 })
    }

    /// Hands all the bytes on, however many calls that takes.
    func writeAll(_ bytes: borrowing Span<UInt8>) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let taken = write(bytes.extracting(start..<bytes.count))
            if taken > 0 {
                start += taken
                continue
            }
            switch Int32(-taken) {
            case EINTR: continue
            case EAGAIN, EWOULDBLOCK: try wait()
            case 0: throw OutputError(errno: EIO)
            case let code: throw OutputError(errno: code)
            }
        }
    }

    /// Bytes that a pipe takes at once when it takes any (`PIPE_BUF` is nowhere smaller).
    static let sureBytes = 512

    private func wait() throws(OutputError) {
        let answer = waitUntilWritable(-1)
        if answer < 0 && answer != -Int(EINTR) { throw OutputError(errno: Int32(-answer)) }
    }
}

extension Channel {
    /// Bytes that never left the process.
    final class Memory: Sendable {
        private let content = Mutex<[UInt8]>([])

        var bytes: [UInt8] { content.withLock { $0 } }

        func append(_ bytes: borrowing Span<UInt8>) {
            content.withLock { content in
                bytes.withUnsafeBufferPointer { content.append(contentsOf: $0) }
            }
        }
    }
}

extension OutputError {
    /// The error a failed `write` stands for, with the system's words in lower case.
    init(errno code: Int32) {
        if code == EPIPE {
            self = .closed
            return
        }
        let words = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        self = .failed(errno: code, message: words.prefix(1).lowercased() + words.dropFirst())
    }
}
