#if canImport(Glibc)
    package import Glibc
#else
    package import Darwin
#endif

/// Whole-file operations. Everything made here is for its owner alone: folders 0700, files 0600.
package enum Files {
    /// What tells one state of a file from the next.
    package struct Stamp: Equatable, Sendable {
        var inode: UInt64
        package var size: Int
        package var seconds: Int
        var nanoseconds: Int
        package var mode: UInt32

        var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }
        package var isRegular: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
    }

    /// nil when there is nothing (or nothing we may look at).
    package static func stamp(_ path: String) -> Stamp? {
        var info = stat()
        return stat(path, &info) == 0 ? Stamp(info) : nil
    }

    static func stamp(_ file: FileDescriptor) -> Stamp? {
        var info = stat()
        return fstat(file.raw, &info) == 0 ? Stamp(info) : nil
    }

    /// Sets the time of the last change to now.
    static func touch(_ path: String) { _ = utimensat(AT_FDCWD, path, nil, 0) }

    /// The bytes of a regular file, refused when there are more than `limit`.
    package static func read(_ path: String, limit: Int = .max) throws(SystemError) -> [UInt8] {
        // A FIFO would block the open, a device may never end: neither is what was meant.
        let file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
        guard let stamp = stamp(file) else { throw SystemError("read", path) }
        if stamp.isFolder { throw SystemError("read", path, code: EISDIR) }
        if !stamp.isRegular { throw SystemError("read", path, code: EINVAL) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(stamp.size, limit) + 1)
        while true {
            guard case .bytes(let chunk) = try file.read() else { return bytes }
            bytes += chunk
            if bytes.count > limit { throw SystemError("read", path, code: EFBIG) }
        }
    }

    /// Up to `count` bytes from a place; none at the end of the file or when it is not there.
    static func block(_ path: String, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        let file: FileDescriptor
        do throws(SystemError) {
            file = try FileDescriptor.open(path, O_RDONLY | O_NONBLOCK)
        } catch {
            if error.code == ENOENT { return [] }
            throw error
        }
        if lseek(file.raw, off_t(offset), SEEK_SET) < 0 { throw SystemError("read", path) }
        guard case .bytes(let bytes) = try file.read(upTo: count) else { return [] }
        return bytes
    }

    /// Replaces a file in one step: after a crash there is the old content or the new, never a part.
    package static func write(
        _ bytes: [UInt8], atomicallyTo path: String, mode: mode_t = 0o600, isDurable: Bool = true
    ) throws(SystemError) {
        let temporary = try stage(bytes, for: path, mode: mode, isDurable: isDurable)
        if rename(temporary, path) != 0 {
            let error = SystemError("write", path)
            unlink(temporary)
            throw error
        }
    }

    /// Makes a file that must not be there yet, in one step; `EEXIST` when somebody was quicker.
    static func create(_ bytes: [UInt8], at path: String) throws(SystemError) {
        let temporary = try stage(bytes, for: path, mode: 0o600, isDurable: true)
        defer { unlink(temporary) }
        if link(temporary, path) != 0 { throw SystemError("create", path) }
    }

    private static func stage(
        _ bytes: [UInt8], for path: String, mode: mode_t, isDurable: Bool
    ) throws(SystemError) -> String {
        let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max)).new"
        let file = try FileDescriptor.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
        do throws(SystemError) {
            try file.write(bytes, path: path)
            // Without it some file systems keep the rename and lose the bytes when the power goes.
            if isDurable && fsync(file.raw) != 0 && errno != EINVAL { throw SystemError("write", path) }
        } catch {
            unlink(temporary)
            throw error
        }
        return temporary
    }

    /// Makes a folder; `EEXIST` when there is something already.
    static func makeFolder(_ path: String) throws(SystemError) {
        if mkdir(path, 0o700) != 0 { throw SystemError("create", path) }
    }

    /// Makes a folder and those above it; content with what is there.
    package static func makeFolders(_ path: String) throws(SystemError) {
        if mkdir(path, 0o700) == 0 { return }
        switch errno {
        case EEXIST where stamp(path)?.isFolder == true: return
        case ENOENT:
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
                throw SystemError("create", path, code: ENOENT)
            }
            try makeFolders(String(path[..<slash]))
            if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
            throw SystemError("create", path)
        default: throw SystemError("create", path)
        }
    }

    /// The names in a folder, sorted; none when it is not there.
    package static func names(in path: String) throws(SystemError) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw SystemError("read", path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
                    String(cString: $0)
                }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes whatever stands there, symbolic links themselves and not what they point to.
    package static func removeTree(_ path: String) throws(SystemError) {
        var info = stat()
        if lstat(path, &info) != 0 {
            if errno == ENOENT { return }
            throw SystemError("remove", path)
        }
        guard Stamp(info).isFolder else {
            if unlink(path) != 0 && errno != ENOENT { throw SystemError("remove", path) }
            return
        }
        // A folder deeper than a path may be long is first moved up, again and again.
        var moved = 0
        repeat { try empty(path, top: path, &moved) } while try !names(in: path).isEmpty
        if rmdir(path) != 0 && errno != ENOENT { throw SystemError("remove", path) }
    }

    private static func empty(_ path: String, top: String, _ moved: inout Int) throws(SystemError) {
        // A step may have locked itself out of its own folder.
        _ = chmod(path, 0o700)
        for name in try names(in: path) {
            let entry = "\(path)/\(name)"
            var info = stat()
            if lstat(entry, &info) == 0, Stamp(info).isFolder {
                if entry.utf8.count > top.utf8.count + 1024 {
                    moved += 1
                    if rename(entry, "\(top)/.\(moved)") != 0 { throw SystemError("remove", entry) }
                    continue
                }
                try empty(entry, top: top, &moved)
                if rmdir(entry) != 0 && errno != ENOENT { throw SystemError("remove", entry) }
            } else if unlink(entry) != 0 && errno != ENOENT {
                throw SystemError("remove", entry)
            }
        }
    }

    /// Whether a process could be made of this file.
    static func isExecutable(_ path: String) -> Bool {
        stamp(path)?.isRegular == true && access(path, X_OK) == 0
    }
}

extension Files.Stamp {
    fileprivate init(_ info: stat) {
        #if canImport(Glibc)
            let modified = info.st_mtim
        #else
            let modified = info.st_mtimespec
        #endif
        self.init(
            inode: UInt64(info.st_ino), size: Int(info.st_size), seconds: modified.tv_sec,
            nanoseconds: modified.tv_nsec, mode: UInt32(info.st_mode))
    }
}
