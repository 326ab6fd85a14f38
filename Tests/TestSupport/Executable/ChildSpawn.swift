#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What `posix_spawn` is asked for: a program in a session of its own, with exactly three files and no signal ignored.
struct ChildSpawn {
    struct Failure: Error {
        var call: String
        var code: Int32
    }

    /// What stands behind one of the descriptors 0, 1 and 2.
    enum File {
        case descriptor(Int32)
        case path(String)
        case closed
    }

    var program: String
    var arguments: [String]
    var environment: [String: String]
    var files: [File]

    /// The process's number, which is its group's and session's number as well.
    func start() throws(Failure) -> pid_t {
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
        for (target, file) in zip(Int32(0)..., files) {
            let code =
                switch file {
                case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, target)
                case .path(let path): posix_spawn_file_actions_addopen(&actions, target, path, O_RDWR, 0)
                case .closed: posix_spawn_file_actions_addclose(&actions, target)
                }
            if code != 0 { throw Failure(call: "posix_spawn_file_actions", code: code) }
        }
        closeOthers(&actions)
        setUp(&attributes)

        var strings = ([program] + arguments).map { strdup($0) } + [nil]
        strings += environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for string in strings { free(string) } }
        var pid: pid_t = 0
        let code = strings.withUnsafeMutableBufferPointer { strings -> Int32 in
            guard let argv = strings.baseAddress else { return EINVAL }
            return posix_spawn(&pid, program, &actions, &attributes, argv, argv + arguments.count + 2)
        }
        if code != 0 { throw Failure(call: "posix_spawn \(program)", code: code) }
        return pid
    }

    #if canImport(Glibc)
        private typealias CloseFrom =
            @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32

        /// A socket of another test that this process kept open would never look closed to its client.
        private func closeOthers(_ actions: inout posix_spawn_file_actions_t) {
            // Under _GNU_SOURCE, which the module of glibc is built without.
            guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
            _ = unsafeBitCast(symbol, to: CloseFrom.self)(&actions, 3)
        }

        private func setUp(_ attributes: inout posix_spawnattr_t) {
            setSignals(&attributes, newSession: 0x80)
        }
    #else
        private func closeOthers(_ actions: inout posix_spawn_file_actions_t?) {}

        private func setUp(_ attributes: inout posix_spawnattr_t?) {
            setSignals(&attributes, newSession: POSIX_SPAWN_SETSID | POSIX_SPAWN_CLOEXEC_DEFAULT)
        }
    #endif

    private func setSignals(_ attributes: UnsafeMutablePointer<Attributes>, newSession: Int32) {
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(attributes, &signals)
        for signal in [SIGHUP, SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGCHLD] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(attributes, &signals)
        let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | newSession
        posix_spawnattr_setflags(attributes, Int16(flags))
    }

    #if canImport(Glibc)
        private typealias Attributes = posix_spawnattr_t
    #else
        private typealias Attributes = posix_spawnattr_t?
    #endif
}
