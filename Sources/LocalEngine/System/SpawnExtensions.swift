#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What `posix_spawn` offers beyond POSIX: a working folder, a new session, closing everything else.
///
/// glibc has them under `_GNU_SOURCE`, which its Swift module is built without, so they are looked up by name.
enum SpawnExtensions {
    #if canImport(Glibc)
        typealias Actions = posix_spawn_file_actions_t
        typealias Attributes = posix_spawnattr_t
    #else
        typealias Actions = posix_spawn_file_actions_t?
        typealias Attributes = posix_spawnattr_t?
    #endif

    #if canImport(Glibc)
        /// `POSIX_SPAWN_SETSID` of <spawn.h>.
        static let newSession: Int32 = 0x80

        private typealias AddFolder = @convention(c) (UnsafeMutablePointer<Actions>, UnsafePointer<CChar>) -> Int32
        private typealias CloseFrom = @convention(c) (UnsafeMutablePointer<Actions>, Int32) -> Int32

        static func addFolder(_ path: String, _ actions: inout Actions) -> Int32 {
            guard let symbol = dlsym(nil, "posix_spawn_file_actions_addchdir_np") else { return ENOSYS }
            return unsafeBitCast(symbol, to: AddFolder.self)(&actions, path)
        }

        static func closeOthers(from first: Int32, _ actions: inout Actions) -> Int32 {
            if let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") {
                return unsafeBitCast(symbol, to: CloseFrom.self)(&actions, first)
            }
            // Before glibc 2.34: close what is open now.
            for name in (try? Files.names(in: "/proc/self/fd")) ?? [] {
                guard let file = Int32(name), file >= first else { continue }
                let code = posix_spawn_file_actions_addclose(&actions, file)
                if code != 0 { return code }
            }
            return 0
        }
    #else
        static let newSession = Int32(POSIX_SPAWN_SETSID)

        static func addFolder(_ path: String, _ actions: inout Actions) -> Int32 {
            posix_spawn_file_actions_addchdir_np(&actions, path)
        }

        /// Everything opened here is close-on-exec already.
        static func closeOthers(from first: Int32, _ actions: inout Actions) -> Int32 { 0 }
    #endif
}
