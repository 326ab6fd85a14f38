import LocalEngine

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Names that a shell was offered a moment ago: the next press of a key need not ask the server again.
package struct NameCache: Sendable {
    /// What was kept under that name in the last seconds.
    package var load: @Sendable (_ name: String) -> [UInt8]?
    package var save: @Sendable (_ name: String, _ bytes: [UInt8]) -> Void
    /// Forgets everything.
    package var clear: @Sendable () throws -> Void

    static let lifetime = 5

    /// Keeps nothing.
    package static let none = NameCache(load: { _ in nil }, save: { _, _ in }, clear: {})

    /// Files in `$XDG_CACHE_HOME/wfctl/names`, for their owner alone.
    static func system(environment: [String: String]) -> NameCache {
        guard let folder = folder(in: environment) else { return .none }
        return NameCache(
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
            clear: { try Files.removeTree(folder) })
    }

    private static func folder(in environment: [String: String]) -> String? {
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/wfctl/names" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home == "/" ? "" : home)/.cache/wfctl/names"
    }
}
