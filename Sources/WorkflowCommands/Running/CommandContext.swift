package import TerminalKit
package import WorkflowAPI
package import WorkflowModel

/// Everything a command may touch. Commands reach the world through this only.
package struct CommandContext: Sendable {
    package typealias Connect =
        @Sendable (_ choice: BackendChoice, _ trace: (@Sendable (String) -> Void)?) throws -> Connection

    package var terminal: Terminal
    package var environment: [String: String]
    package var now: @Sendable () -> Timestamp
    /// Names for completion.
    package var names = CacheFolder.none
    /// How long a key press waits for names.
    package var namePatience = Duration.milliseconds(900)
    /// What was found out about servers.
    package var servers = CacheFolder.none
    /// What pauses and deadlines are measured with.
    package var time = TimeAndChance.system
    /// Seconds east of UTC at that moment in the user's zone.
    package var zoneOffset: @Sendable (Timestamp) -> Int
    /// Files, standard input and manifests on the web.
    package var input: Input
    /// The configuration file.
    package var contexts: ContextStorage
    /// `trace` takes one line a request, secrets masked.
    package var connect: Connect
    /// Makes these the options of connections where no server is asked.
    package var trustOnWeb: @Sendable (TLSOptions) throws -> Void = { _ in }
    /// What the credentials of a server need.
    package var world: @Sendable (ServerConfiguration) throws -> CredentialWorld

    package init(
        terminal: Terminal,
        environment: [String: String],
        now: @escaping @Sendable () -> Timestamp,
        zoneOffset: @escaping @Sendable (Timestamp) -> Int,
        input: Input,
        contexts: ContextStorage,
        connect: @escaping Connect,
        world: @escaping @Sendable (ServerConfiguration) throws -> CredentialWorld
    ) {
        self.terminal = terminal
        self.environment = environment
        self.now = now
        self.zoneOffset = zoneOffset
        self.input = input
        self.contexts = contexts
        self.connect = connect
        self.world = world
    }

    /// The backend that settings, variables and contexts choose.
    func choose(_ settings: ConnectionSettings) throws -> BackendChoice {
        let contexts = contexts
        return try BackendChoice.choose(
            settings, environment: environment,
            contexts: { () throws(ConfigurationError) in try contexts.load(note: note) },
            readIfThere: contexts.readIfThere, isRegularFile: input.isRegularFile, readFile: input.readFile)
    }

    /// A word for the user beside the data: never on stdout.
    func note(_ message: String) {
        // A lost note is no reason to fail: stderr may be closed while stdout is a good pipe.
        try? terminal.err.write("wfctl: " + message.sanitized(.message) + "\n")
        try? terminal.err.flush()
    }

    /// Reports an error and goes on; for commands that take several names.
    func report(_ diagnostic: Diagnostic) {
        try? terminal.out.flush()
        try? terminal.err.write(diagnostic.text)
        try? terminal.err.flush()
    }
}

/// A chosen backend and the namespace to work in.
package struct Connection: Sendable {
    package var backend: any Backend
    package var namespace: String

    package init(backend: any Backend, namespace: String) {
        self.backend = backend
        self.namespace = namespace
    }
}
