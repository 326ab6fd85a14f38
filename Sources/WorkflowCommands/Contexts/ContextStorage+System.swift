import LocalEngine
import WorkflowAPI

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ContextStorage {
    /// The file as it is on this machine.
    static func system(environment: [String: String]) -> ContextStorage {
        ContextStorage(
            environment: environment, read: systemRead, write: systemWrite,
            readIfThere: Input.systemFileIfThere)
    }

    @Sendable private static func systemRead(_ path: String) throws(ConfigurationError) -> Stored? {
        do throws(SystemError) {
            let bytes = try Files.read(path, limit: 1 << 20)
            let mode = Files.stamp(path)?.mode ?? 0
            return Stored(bytes: bytes, isShared: mode & 0o077 != 0)
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw .contexts(path: path, reason: ": cannot be read: \(error.reason)")
        }
    }

    @Sendable private static func systemWrite(_ path: String, _ bytes: [UInt8]) throws(ConfigurationError) {
        do throws(SystemError) {
            // Behind a link, the file it points to is the one to replace.
            let target = linked(path)
            try Files.makeFolders(String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]))
            try Files.write(bytes, atomicallyTo: target)
        } catch { throw .contexts(path: path, reason: ": cannot be written: \(error.reason)") }
    }

    private static func linked(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
