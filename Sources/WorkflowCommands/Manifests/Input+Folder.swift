#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Input {
    /// What a folder may hold that is read as manifests.
    private static let extensions = [".yaml", ".yml", ".json"]
    /// No tree of manifests is deeper.
    private static let depthLimit = 64

    /// The manifest files below a path, in the order of their names; the path itself when it is no folder.
    ///
    /// Hidden folders are left out, and links to folders are not followed: they may lead back.
    func manifestFiles(_ path: String) throws(InputError) -> [String] {
        guard path != "-", WebAddress(path) == nil, let entries = try listFolder(path) else { return [path] }
        return try manifestFiles(entries, in: path, depth: 0)
    }

    private func manifestFiles(
        _ entries: [FolderEntry], in path: String, depth: Int
    ) throws(InputError) -> [String] {
        guard depth < Self.depthLimit else { throw InputError(name: path, reason: "the folders are too deep") }
        let base = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
        var files: [String] = []
        for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            if entry.isFolder {
                guard !entry.name.hasPrefix("."), let inner = try listFolder(base + entry.name) else { continue }
                files += try manifestFiles(inner, in: base + entry.name, depth: depth + 1)
            } else if Self.extensions.contains(where: entry.name.hasSuffix) {
                files.append(base + entry.name)
            }
        }
        return files
    }

    /// The entries of a folder on this machine, but for what is neither file nor folder: to read a pipe or a device could
    /// take for ever, and who means one names it.
    package static func systemFolder(_ path: String) throws(InputError) -> [FolderEntry]? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        guard let stream = opendir(path) else { throw InputError(name: path, reason: String(cString: strerror(errno))) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != "..", lstat("\(path)/\(name)", &status) == 0 else { continue }
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            // A link that leads nowhere stays: it cannot be read, which is said.
            guard isFolder || stat("\(path)/\(name)", &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
                continue
            }
            entries.append(FolderEntry(name: name, isFolder: isFolder))
        }
        return entries
    }
}

/// What stands in a folder.
package struct FolderEntry: Sendable, Equatable {
    package var name: String
    package var isFolder: Bool

    package init(name: String, isFolder: Bool) {
        self.name = name
        self.isFolder = isFolder
    }
}
