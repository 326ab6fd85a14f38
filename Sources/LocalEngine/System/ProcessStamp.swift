#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One process and no later one that happens to get its number.
///
/// `/proc/71/stat` reads `71 (sh) S 1 71 71 0 -1 4194304 …`; the command may hold spaces and brackets, so
/// fields count from the last `)`. Field 3 is the state, field 4 the parent, field 22 the start, in clock ticks since the machine booted.
struct ProcessStamp: Sendable, Equatable {
    var pid: Int32
    /// nil where the system does not tell.
    var started: UInt64?

    init(pid: Int32, started: UInt64?) {
        self.pid = pid
        self.started = started
    }

    /// The process that has this number now; nil when there is none, or only what is left of an ended one.
    init?(running pid: Int32) {
        guard pid > 0, kill(pid, 0) == 0 || errno == EPERM else { return nil }
        let fields = Self.fields(of: pid)
        if fields?.first == [UInt8(ascii: "Z")] { return nil }
        self.init(pid: pid, started: fields.flatMap(Self.start))
    }

    static var current: ProcessStamp { ProcessStamp(pid: getpid(), started: fields(of: getpid()).flatMap(start)) }

    /// Whether this very process still runs.
    var isAlive: Bool { ProcessStamp(running: pid).map(isSame) ?? false }

    /// Whether both mean one process, as far as can be told.
    func isSame(as other: ProcessStamp) -> Bool {
        pid == other.pid && (started == nil || other.started == nil || started == other.started)
    }

    /// The process that it belongs to; nil when there is none of that number.
    static func parent(of pid: Int32) -> Int32? {
        guard let fields = fields(of: pid), fields.count > 1 else { return nil }
        return Int32(String(decoding: fields[1], as: UTF8.self))
    }

    /// From field 3, the state, on.
    private static func fields(of pid: Int32) -> [[UInt8]]? {
        guard let bytes = try? Files.read("/proc/\(pid)/stat"),
            let bracket = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return bytes[bytes.index(after: bracket)...].split(separator: UInt8(ascii: " ")).map(Array.init)
    }

    private static func start(_ fields: [[UInt8]]) -> UInt64? {
        fields.count > 19 ? UInt64(String(decoding: fields[19], as: UTF8.self)) : nil
    }
}
