#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One process and no later one that happens to get its number.
///
/// `/proc/71/stat` reads `71 (sh) S 1 71 71 0 -1 4194304 …`; the command may hold spaces and brackets, so
/// fields count from the last `)`. Field 22 is the start, in clock ticks since the machine booted.
struct ProcessStamp: Sendable, Equatable {
    var pid: Int32
    /// nil where the system does not tell.
    var started: UInt64?

    init(pid: Int32, started: UInt64?) {
        self.pid = pid
        self.started = started
    }

    /// The process that has this number now; nil when there is none.
    init?(running pid: Int32) {
        guard pid > 0, kill(pid, 0) == 0 || errno == EPERM else { return nil }
        self.init(pid: pid, started: Self.start(of: pid))
    }

    static var current: ProcessStamp { ProcessStamp(pid: getpid(), started: start(of: getpid())) }

    /// Whether this very process still exists, be it as a zombie.
    var isAlive: Bool {
        guard let now = ProcessStamp(running: pid) else { return false }
        return started == nil || now.started == nil || now.started == started
    }

    private static func start(of pid: Int32) -> UInt64? {
        guard let bytes = try? Files.read("/proc/\(pid)/stat"),
            let bracket = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = bytes[bytes.index(after: bracket)...].split(separator: UInt8(ascii: " "))
        return fields.count > 19 ? UInt64(String(decoding: fields[19], as: UTF8.self)) : nil
    }
}
