import LocalEngine
import TerminalKit
import WorkflowAPI

/// Turns a choice into a live backend: sets up TLS, has credentials ready.
struct SystemConnector: Sendable {
    let environment: [String: String]
    let executable: String
    let servers: CacheFolder
    /// Whether somebody could answer a program's questions.
    let isInteractive: Bool
    let note: @Sendable (String) -> Void

    func connect(_ choice: BackendChoice, trace: (@Sendable (String) -> Void)?) throws -> Connection {
        Connection(backend: try backend(choice, trace: trace), namespace: choice.namespace.value)
    }

    private func backend(
        _ choice: BackendChoice, trace: (@Sendable (String) -> Void)?
    ) throws -> any Backend {
        switch choice.target {
        case .argo(let server): return try served(ArgoBackend.self, choice.kind, server, trace)
        case .kubernetes(let server): return try served(KubernetesBackend.self, choice.kind, server, trace)
        case .nightcrawler(let server): return try served(NightcrawlerBackend.self, choice.kind, server, trace)
        case .thisMachine:
            return try LocalBackend.system(environment: environment, executable: executable, note: note)
        }
    }

    private func served<Served: ServedBackend>(
        _ type: Served.Type, _ kind: BackendKind, _ server: ServerConfiguration,
        _ trace: (@Sendable (String) -> Void)?
    ) throws -> Served {
        var traceLine: (@Sendable (RequestTrace) -> Void)?
        if let trace { traceLine = { trace($0.line) } }
        let world = try world(server)
        return Served(
            server, transport: world.transport, credentials: server.credentials?.source(in: world),
            trace: traceLine, note: trace, warn: note, memory: memory(of: server, kind))
    }

    /// What earlier commands found out about a server.
    private func memory(of server: ServerConfiguration, _ kind: BackendKind) -> ServerMemory {
        guard server.isRemembered else { return ServerMemory() }
        let place = "\(kind.rawValue) \(server.place)"
        let (name, servers) = (StableName.of([place]), servers)
        return ServerMemory(place: place, load: { servers.load(name) }, save: { servers.save(name, $0) })
    }

    /// What the credentials of a server need; from here on this process connects to that server as it says.
    func world(_ server: ServerConfiguration) throws -> CredentialWorld {
        if server.tls.skipsVerification {
            note("warning: the certificate of \(server.address) is not verified; anybody could answer in its place")
        }
        let (tls, url) = (server.tls, server.baseURL)
        // They must be there before the first request.
        let configure: @Sendable (ClientIdentity?) throws -> Void = { identity in
            var tls = tls
            if let identity { (tls.clientCertificate, tls.clientKey) = (identity.certificate, identity.key) }
            try tls.configure(for: url)
        }
        // A plugin may bring the certificate to show; it runs before the first request.
        if case .plugin? = server.credentials?.method {} else { try configure(nil) }
        let programs = ProgramRunner(
            environment: environment, guardian: OwnProgram.path(startedAs: executable, environment: environment),
            hasTerminal: server.mayAsk)
        var world = CredentialWorld(
            readFile: Input.systemFile, run: programs.run,
            tokens: .system(environment: environment), transport: URLSessionTransport(), present: configure,
            isInteractive: isInteractive && server.mayAsk)
        world.patience = min(world.patience, server.timeout)
        return world
    }
}
