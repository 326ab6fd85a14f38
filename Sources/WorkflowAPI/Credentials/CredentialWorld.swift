/// What credentials need of this machine, as replaceable functions.
package struct CredentialWorld: Sendable {
    package var readFile: @Sendable (_ path: String) throws -> [UInt8]
    /// Runs a program to its end.
    package var run: @Sendable (ProgramCall) async throws -> ProgramResult
    package var tokens: TokenStore
    package var transport: any HTTPTransport
    package var time: TimeAndChance
    /// Takes the certificate and the key that a plugin made, or nil when it made none, before the first connection.
    package var present: @Sendable (_ certificate: ClientIdentity?) throws -> Void
    /// Whether somebody could answer a program's questions.
    package var isInteractive: Bool
    /// How long one answer of an authorization server may take.
    package var patience = Duration.seconds(30)

    package init(
        readFile: @escaping @Sendable (String) throws -> [UInt8],
        run: @escaping @Sendable (ProgramCall) async throws -> ProgramResult,
        tokens: TokenStore, transport: any HTTPTransport, time: TimeAndChance = .system,
        present: @escaping @Sendable (ClientIdentity?) throws -> Void = { _ in }, isInteractive: Bool = false
    ) {
        self.readFile = readFile
        self.run = run
        self.tokens = tokens
        self.transport = transport
        self.time = time
        self.present = present
        self.isInteractive = isInteractive
    }
}

/// A program to run for credentials; what it prints on standard error goes to the user.
package struct ProgramCall: Sendable, Equatable {
    package var words: [String]
    /// Added to the environment.
    package var variables: [String: Secret] = [:]
    /// Whether it may read standard input.
    package var isInteractive = false
    package var timeout: Duration

    package init(_ words: [String], timeout: Duration) {
        self.words = words
        self.timeout = timeout
    }
}

/// How a program ended and what it printed.
package enum ProgramResult: Sendable, Equatable {
    case ended(status: Int32, output: [UInt8])
    case missing
    case failed(reason: String)
    case tookTooLong
    case printedTooMuch
}

/// A certificate and its key, in PEM.
package struct ClientIdentity: Sendable, Equatable {
    package var certificate: PEM
    package var key: PEM
}

/// Tokens that outlive a process, by a name that is no secret.
package struct TokenStore: Sendable {
    package var load: @Sendable (_ name: String) throws -> [UInt8]?
    package var save: @Sendable (_ name: String, _ bytes: [UInt8]) throws -> Void
    package var remove: @Sendable (_ name: String) throws -> Bool
    /// Keeps other processes from renewing it as long as the result lives; nil while somebody else does.
    package var lock: @Sendable (_ name: String) throws -> (any Sendable)?

    package init(
        load: @escaping @Sendable (String) throws -> [UInt8]?,
        save: @escaping @Sendable (String, [UInt8]) throws -> Void,
        remove: @escaping @Sendable (String) throws -> Bool,
        lock: @escaping @Sendable (String) throws -> (any Sendable)?
    ) {
        self.load = load
        self.save = save
        self.remove = remove
        self.lock = lock
    }
}
