#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A shell that outlives the runner by a moment and kills what it leaves behind.
///
/// It sleeps on a pipe that only the runner holds. Whatever ends the runner closes the pipe; then the groups that the
/// ledger names are killed, and, where there is a /proc, all that is left of the runner's session: a process that was
/// started a moment before the ledger could name it. One round is not enough, as processes have children until they are
/// killed. In `/proc/PID/stat` the state is the first word after the bracket that closes the command, the session the
/// fourth.
struct OrphanGuard {
    private static let script = """
        while read -r line; do :; done
        while read -r group rest; do kill -s KILL -- "-$group"; done < "$0"
        [ "$1" ] || exit
        for round in 1 2 3 4 5 6 7 8 9; do
            found=
            for process in /proc/[0-9]*; do
                read -r stat < "$process/stat" || continue
                set -- "$1" ${stat##*) }
                [ "$5" = "$1" ] && [ "$2" != Z ] && kill -s KILL "${process#/proc/}" && found=1
            done
            [ "$found" ] || exit
        done
        """

    private let pid: Int32
    private let life: FileDescriptor

    init(ledger: ProcessLedger) throws(SystemError) {
        let pipe = try FileDescriptor.pipe()
        // A runner that is a thread of something else has no session of its own.
        let session = getsid(0) == getpid() ? String(getpid()) : ""
        pid = try Spawn(
            executable: "/bin/sh", arguments: ["sh", "-c", Self.script, ledger.path, session], environment: [:],
            folder: "/", leadership: .session, files: [pipe.read, nil, nil]
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
