#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The process groups of a run, in a file, for whoever comes after a runner that was killed.
///
///     4711 8123456     group (and leader), and when the leader started, as /proc tells; `-` where it does not
///
/// A leader that ends stays a zombie until its line is gone, so no line ever names somebody else's group while the
/// runner lives.
struct ProcessLedger: Sendable {
    let path: String
    private(set) var groups: [ProcessStamp] = []

    init(_ path: String) { self.path = path }

    /// The ledger that a runner left behind.
    init(reading path: String) {
        self.path = path
        guard let bytes = try? Files.read(path, limit: 1 << 20) else { return }
        groups = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 2, let pid = Int32(words[0]), pid > 1 else { return nil }
            return ProcessStamp(pid: pid, started: UInt64(words[1]))
        }
    }

    mutating func add(_ group: Int32) {
        groups.append(ProcessStamp(running: group) ?? ProcessStamp(pid: group, started: nil))
        write()
    }

    mutating func remove(_ group: Int32) {
        groups.removeAll { $0.pid == group }
        write()
    }

    func erase() { unlink(path) }

    /// Kills what is left of the groups; how many leaders still ran.
    func killAll() -> Int {
        groups.filter { group in
            let now = ProcessStamp(running: group.pid)
            // A group keeps its number from being given away even when its leader is gone.
            if let now, !now.isSame(as: group) { return false }
            return kill(-group.pid, SIGKILL) == 0 && now != nil
        }.count
    }

    /// A machine that stops takes the processes along, so nothing need reach the disk.
    private func write() {
        let text = groups.map { "\($0.pid) \($0.started.map(String.init) ?? "-")\n" }.joined()
        try? Files.write(Array(text.utf8), atomicallyTo: path, isDurable: false)
    }
}
