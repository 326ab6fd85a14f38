#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The system call, which `Input.read` would hide.
private let systemRead = read

/// Where manifests and parameter files come from, as replaceable functions.
package struct Input: Sendable {
    /// The bytes of a file, or of standard input for descriptor 0.
    package var readFile: @Sendable (_ path: String) throws(InputError) -> [UInt8]
    /// Whether it can be read again, as no pipe can.
    package var isRegularFile: @Sendable (_ path: String) -> Bool
    package var readStandardInput: @Sendable () throws(InputError) -> [UInt8]
    /// The entries of a folder; nil for anything that is no folder.
    package var listFolder: @Sendable (_ path: String) throws(InputError) -> [FolderEntry]?
    /// The body behind an http or https address; bounded in size, and in time by `timeout`.
    package var fetch: @Sendable (_ url: String, _ timeout: Duration) async throws -> [UInt8]
    /// How long an address may take to answer.
    var timeout = Duration.seconds(30)

    package init(
        readFile: @escaping @Sendable (String) throws(InputError) -> [UInt8],
        isRegularFile: @escaping @Sendable (String) -> Bool = { _ in false },
        readStandardInput: @escaping @Sendable () throws(InputError) -> [UInt8],
        listFolder: @escaping @Sendable (String) throws(InputError) -> [FolderEntry]?,
        fetch: @escaping @Sendable (String, Duration) async throws -> [UInt8]
    ) {
        self.readFile = readFile
        self.isRegularFile = isRegularFile
        self.readStandardInput = readStandardInput
        self.listFolder = listFolder
        self.fetch = fetch
    }

    /// Bytes of what a command line calls a file: a path, `-`, or a web address.
    func read(_ name: String) async throws -> [UInt8] {
        if name == "-" { return try readStandardInput() }
        guard let address = WebAddress(name) else { return try readFile(name) }
        guard address.isWeb else {
            throw InputError(
                name: name, reason: "\(address.scheme):// is not known; give a path, - or an http or https address")
        }
        return try await fetch(address.url, timeout)
    }

    /// What messages call that source; they do not tell the password in an address.
    static func label(_ name: String) -> String {
        name == "-" ? "standard input" : WebAddress(name)?.masked ?? name
    }
}

/// Why a file could not be read.
package struct InputError: Error, Equatable, Sendable {
    package var name: String
    package var reason: String
    /// Whether it lies on a server that gave no answer.
    package var isUnreachable: Bool

    package init(name: String, reason: String, isUnreachable: Bool = false) {
        self.name = name
        self.reason = reason
        self.isUnreachable = isUnreachable
    }
}

extension InputError: CustomStringConvertible {
    package var description: String { reason }
}

extension Input {
    /// No manifest is larger; what is larger is a mistake or an attack.
    package static let sizeLimit = 64 << 20

    package static func systemFile(_ path: String) throws(InputError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(name: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        return try readAll(descriptor, name: path)
    }

    /// nil for a file that is not there.
    package static func systemFileIfThere(_ path: String) throws(InputError) -> [UInt8]? {
        access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR) ? nil : try systemFile(path)
    }

    package static func systemHasRegularFile(_ path: String) -> Bool {
        var status = stat()
        // What is there may be behind a descriptor that somebody has read already.
        return !path.hasPrefix("/dev/") && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    package static func systemStandardInput() throws(InputError) -> [UInt8] {
        try readAll(0, name: "standard input")
    }

    private static func readAll(_ descriptor: Int32, name: String) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = systemRead(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw InputError(name: name, reason: String(cString: strerror(errno))) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= sizeLimit else {
                throw InputError(name: name, reason: "it is larger than \(sizeLimit >> 20) MiB")
            }
        }
    }
}
