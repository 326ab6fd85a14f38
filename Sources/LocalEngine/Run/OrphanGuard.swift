#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A shell that outlives the runner by a moment and kills what it leaves behind.
///
/// It sleeps on a pipe that only the runner holds. Whatever ends the runner closes the pipe, and the groups that
/// the ledger names at that moment are killed.
struct OrphanGuard {
    private static let script = """
        while read -r line; do :; done
        while read -r group rest; do kill -s KILL -- "-$group"; done < "$0"
        """

    private let pid: Int32
    private let life: FileDescriptor

    init(ledger: ProcessLedger) throws(SystemError) {
        let pipe = try FileDescriptor.pipe()
        pid = try Spawn(
            executable: "/bin/sh", arguments: ["sh", "-c", Self.script, ledger.path], environment: [:], folder: "/",
            leadership: .session, files: [pipe.read, nil, nil]
        ).start()
        life = pipe.write
    }

    /// Lets it go without doing anything.
    func dismiss() {
        kill(pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    }
}
