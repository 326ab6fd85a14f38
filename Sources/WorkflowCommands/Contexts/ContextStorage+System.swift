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
            environment: environment, read: systemRead, write: systemWrite, lock: systemLock,
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
            try Files.makeFolders(folder(of: target))
            try Files.write(bytes, atomicallyTo: target)
        } catch { throw .contexts(path: path, reason: ": cannot be written: \(error.reason)") }
    }

    /// Nobody writes for longer than a moment.
    private static let patience = Duration.seconds(10)

    @Sendable private static func systemLock(_ path: String) throws(ConfigurationError) -> any Sendable {
        let lock: FileLock?
        do throws(SystemError) {
            try Files.makeFolders(folder(of: path))
            lock = try FileLock.acquire(path + ".lock", within: patience)
        } catch { throw .contexts(path: path, reason: ": cannot be written: \(error.reason)") }
        guard let lock else {
            throw .contexts(
                path: path,
                reason: ": another process has been changing it for \(patience.components.seconds) seconds; try again")
        }
        return lock
    }

    private static func folder(of path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    private static func linked(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        // A link to a file that is still to be made.
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &target, target.count)
        guard count > 0, count < target.count else { return path }
        let name = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return name.hasPrefix("/") ? name : "\(folder(of: path))/\(name)"
    }
}
