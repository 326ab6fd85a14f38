import LocalEngine

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What spares a server a question for a while. It may be gone at any time, and what cannot be read is not there.
package struct CacheFolder: Sendable {
    /// What was kept under that name, unless it is too old.
    package var load: @Sendable (_ name: String) -> [UInt8]?
    package var save: @Sendable (_ name: String, _ bytes: [UInt8]) -> Void
    /// Forgets everything, and says how much there was.
    package var clear: @Sendable () throws -> Int

    package init(
        load: @escaping @Sendable (String) -> [UInt8]?, save: @escaping @Sendable (String, [UInt8]) -> Void,
        clear: @escaping @Sendable () throws -> Int
    ) {
        self.load = load
        self.save = save
        self.clear = clear
    }

    /// Keeps nothing.
    package static let none = CacheFolder(load: { _ in nil }, save: { _, _ in }, clear: { 0 })

    /// Names that a shell was offered a moment ago: the next press of a key need not ask again.
    static func names(environment: [String: String]) -> CacheFolder {
        system("names", lifetime: 5, environment: environment)
    }

    /// What was found out about servers.
    static func servers(environment: [String: String]) -> CacheFolder {
        system("servers", lifetime: 3_600, environment: environment)
    }

    /// Files in a folder below `$XDG_CACHE_HOME/wfctl`, for their owner alone, each good for some seconds.
    private static func system(_ folder: String, lifetime: Int, environment: [String: String]) -> CacheFolder {
        guard let root = root(in: environment) else { return .none }
        let folder = "\(root)/\(folder)"
        return CacheFolder(
            load: { name in
                let path = "\(folder)/\(name)"
                guard let stamp = Files.stamp(path), (0...lifetime).contains(time(nil) - stamp.seconds) else {
                    return nil
                }
                return try? Files.read(path, limit: 1 << 20)
            },
            save: { name, bytes in
                try? Files.makeFolders(folder)
                try? Files.write(bytes, atomicallyTo: "\(folder)/\(name)", isDurable: false)
            },
            clear: {
                let count = try Files.names(in: folder).count
                try Files.removeTree(folder)
                return count
            })
    }

    private static func root(in environment: [String: String]) -> String? {
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/wfctl" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home == "/" ? "" : home)/.cache/wfctl"
    }
}
