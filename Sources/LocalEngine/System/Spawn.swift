#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A process about to be started: what, where, with which files. It inherits nothing else.
package struct Spawn: Sendable {
    /// Whom the new process shares signals with.
    package enum Leadership: Sendable {
        /// Nothing of its own: it shares the terminal and Ctrl-C with whoever starts it.
        case none
        /// The leader of a new process group.
        case group
        /// The leader of a new session: no terminal, no hang-up.
        case session
    }

    /// Absolute path of the file to run.
    var executable: String
    /// With the name first, as `argv` has it.
    var arguments: [String]
    var environment: [String: String]
    var folder: String
    package var leadership = Leadership.group
    /// Descriptors 0, 1, 2 and up, in this order; nil opens `/dev/null`.
    package var files: [FileDescriptor?] = [nil, nil, nil]

    package init(
        executable: String, arguments: [String], environment: [String: String], folder: String,
        leadership: Leadership = .group, files: [FileDescriptor?] = [nil, nil, nil]
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
        self.leadership = leadership
        self.files = files
    }

    /// Starts it and returns its process (and group) number.
    package func start() throws(SystemError) -> Int32 {
        // C would take the rest of such a text for nothing.
        if ([executable, folder] + arguments + environment.values).contains(where: { $0.contains("\0") }) {
            throw SystemError("start", executable, code: EINVAL)
        }
        #if canImport(Glibc)
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #else
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        try check(addFiles(&actions))
        try check(SpawnExtensions.addFolder(folder, &actions))
        try check(SpawnExtensions.closeOthers(from: Int32(files.count), &actions))
        try check(configure(&attributes))

        var pid: pid_t = 0
        let strings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let code = CStrings.with(arguments) { argv in
            CStrings.with(strings) { envp in
                posix_spawn(&pid, executable, &actions, &attributes, argv, envp)
            }
        }
        // A folder that is not there looks the same as a command that is not there.
        if code == ENOENT && Files.stamp(folder)?.isFolder != true {
            throw SystemError("enter", folder, code: ENOENT)
        }
        if code != 0 { throw SystemError("start", executable, code: code) }
        return pid
    }

    private func check(_ code: Int32) throws(SystemError) {
        if code != 0 { throw SystemError("start", executable, code: code) }
    }

    private func addFiles(_ actions: inout SpawnExtensions.Actions) -> Int32 {
        for (index, file) in files.enumerated() {
            let target = Int32(index)
            let code =
                if let file {
                    posix_spawn_file_actions_adddup2(&actions, file.raw, target)
                } else {
                    posix_spawn_file_actions_addopen(&actions, target, "/dev/null", O_RDWR, 0)
                }
            if code != 0 { return code }
        }
        return 0
    }

    private func configure(_ attributes: inout SpawnExtensions.Attributes) -> Int32 {
        // Ignored signals stay ignored across exec: a shell that never sees SIGPIPE loops forever.
        var signals = sigset_t()
        sigemptyset(&signals)
        var code = posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGCHLD, SIGTSTP, SIGTTIN, SIGTTOU] {
            sigaddset(&signals, signal)
        }
        if code == 0 { code = posix_spawnattr_setsigdefault(&attributes, &signals) }
        if code == 0 { code = posix_spawnattr_setpgroup(&attributes, 0) }
        var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        switch leadership {
        case .none: break
        case .group: flags |= Int32(POSIX_SPAWN_SETPGROUP)
        case .session: flags |= SpawnExtensions.newSession
        }
        return code != 0 ? code : posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}
