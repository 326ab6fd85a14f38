import DocumentKit
package import WorkflowAPI

/// The configuration file `$XDG_CONFIG_HOME/wfctl/config.yaml`, and those that it names, as replaceable functions.
package struct ContextStorage: Sendable {
    package struct Stored: Sendable, Equatable {
        package var bytes: [UInt8]
        /// Whether users other than the owner may read it.
        package var isShared: Bool

        package init(bytes: [UInt8], isShared: Bool = false) {
            self.bytes = bytes
            self.isShared = isShared
        }
    }

    /// nil where the environment names no folder for it.
    package var path: String?
    /// nil when there is none.
    package var read: @Sendable (_ path: String) throws(ConfigurationError) -> Stored?
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(ConfigurationError) -> Void
    /// Keeps other processes from changing the file as long as the result lives.
    package var lock: @Sendable (_ path: String) throws(ConfigurationError) -> any Sendable
    /// A file that need not be there: of the many places of a kubeconfig most hold none.
    package var readIfThere: @Sendable (_ path: String) throws -> [UInt8]?

    package init(
        environment: [String: String],
        read: @escaping @Sendable (String) throws(ConfigurationError) -> Stored?,
        write: @escaping @Sendable (String, [UInt8]) throws(ConfigurationError) -> Void,
        lock: @escaping @Sendable (String) throws(ConfigurationError) -> any Sendable,
        readIfThere: @escaping @Sendable (String) throws -> [UInt8]?
    ) {
        path = Self.path(in: environment)
        self.read = read
        self.write = write
        self.lock = lock
        self.readIfThere = readIfThere
    }

    /// nil when there is no file. `note` is told of a file with secrets that others may read.
    package func load(note: (String) -> Void) throws(ConfigurationError) -> ContextFile? {
        guard let path, let stored = try read(path) else { return nil }
        let file = try ContextFileReader(path: path).read(stored.bytes)
        if stored.isShared, file.contexts.contains(where: \.holdsSecret) {
            note("warning: other users can read '\(path)', and it holds secrets; use 'chmod 600 \(path)'")
        }
        return file
    }

    /// Changes the file as it is now and replaces it in one step, while nobody else does. `note` is told when comments
    /// are lost.
    func change(note: (String) -> Void, _ body: (inout ContextFile) throws -> Void) throws {
        guard let path else {
            throw ConfigurationError.contexts(
                path: "the configuration file", reason: " has no place: neither XDG_CONFIG_HOME nor HOME is set")
        }
        let lock = try lock(path)
        defer { withExtendedLifetime(lock) {} }
        var file = try load(note: note) ?? ContextFile()
        try body(&file)
        let hadComments = try read(path).map { Self.hasComments($0.bytes) } ?? false
        try write(path, Array(YAMLWriter.text(file.document.root).utf8))
        if hadComments { note("the comments in '\(path)' are not kept") }
    }

    /// The specification has relative paths ignored.
    private static func path(in environment: [String: String]) -> String? {
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return "\(folder)/wfctl/config.yaml" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home == "/" ? "" : home)/.config/wfctl/config.yaml"
    }

    /// Whether a line may hold a comment; a `#` within quotes counts too, since one word too many does no harm.
    private static func hasComments(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
            line.drop { $0 == " " }.first == "#" || line.contains(" #")
        }
    }
}
