import LocalEngine
import TerminalKit
import WorkflowAPI

/// Turns a choice into a live backend: sets up TLS, has credentials ready.
struct SystemConnector: Sendable {
    let environment: [String: String]
    let executable: String
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
        case .argo(let server): return try served(ArgoBackend.self, server, trace)
        case .kubernetes(let server): return try served(KubernetesBackend.self, server, trace)
        case .nightcrawler(let server): return try served(NightcrawlerBackend.self, server, trace)
        case .thisMachine:
            return try LocalBackend.system(environment: environment, executable: executable, note: note)
        }
    }

    private func served<Served: ServedBackend>(
        _ kind: Served.Type, _ server: ServerConfiguration, _ trace: (@Sendable (String) -> Void)?
    ) throws -> Served {
        var traceLine: (@Sendable (RequestTrace) -> Void)?
        if let trace { traceLine = { trace($0.line) } }
        let world = try world(server)
        return Served(
            server, transport: world.transport, credentials: server.credentials?.source(in: world),
            trace: traceLine, note: trace, warn: note)
    }

    /// What the credentials of a server need; from here on all connections of this process are made as it says.
    func world(_ server: ServerConfiguration) throws -> CredentialWorld {
        if server.tls.skipsVerification {
            note("warning: the certificate of \(server.address) is not verified; anybody could answer in its place")
        }
        let tls = server.tls
        // libcurl knows one set of TLS options a process, and so does this: it must be there before the first request.
        let configure: @Sendable (ClientIdentity?) throws -> Void = { identity in
            var tls = tls
            if let identity { (tls.clientCertificate, tls.clientKey) = (identity.certificate, identity.key) }
            try tls.configure()
        }
        // A plugin may bring the certificate to show; it runs before the first request.
        if case .plugin? = server.credentials?.method {} else { try configure(nil) }
        return CredentialWorld(
            readFile: Input.systemFile, run: ProgramRunner(environment: environment).run,
            tokens: .system(environment: environment), transport: URLSessionTransport(), present: configure,
            isInteractive: isInteractive)
    }
}
