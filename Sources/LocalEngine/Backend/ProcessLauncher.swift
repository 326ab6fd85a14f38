#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Starts runners as processes of their own: a new session, no terminal, nothing inherited but the run's lock.
package struct ProcessLauncher: RunnerLauncher {
    /// The program that calls `LocalRunner.main`; the folder is added as its last argument.
    private let executable: String
    /// What lists of processes are to call it.
    private let name: String
    private let arguments: [String]
    private let environment: [String: String]

    package init(
        executable: String, name: String, arguments: [String] = ["__run-local"], environment: [String: String]
    ) {
        self.executable = executable
        self.name = name
        self.arguments = arguments
        self.environment = environment
    }

    package func launch(_ folder: RunFolder, lock: FileDescriptor) throws(SystemError) {
        let log = try FileDescriptor.open(folder.runnerLog, O_WRONLY | O_CREAT | O_APPEND)
        let pid = try Spawn(
            executable: executable, arguments: [name] + arguments + [folder.path],
            environment: environment.filter { !Self.isCredential($0.key) }, folder: folder.path,
            leadership: .session, files: [nil, log, log, lock]
        ).start()
        // A command that waits for the run would keep it as a zombie.
        try? DetachedThread.start {
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        }
    }

    package func terminate(_ folder: RunFolder, _ record: RunnerRecord?, byForce: Bool) {
        guard let process = record?.process, process.isAlive, process.pid != getpid() else { return }
        kill(process.pid, byForce ? SIGKILL : SIGTERM)
    }

    /// What no step of a workflow needs to know.
    static func isCredential(_ name: String) -> Bool {
        (name.hasPrefix("ARGO_") || name.hasPrefix("WFCTL_"))
            && ["TOKEN", "PASSWORD", "SECRET"].contains { name.contains($0) }
    }
}
