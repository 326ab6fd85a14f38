import LocalEngine
import TerminalKit
import WorkflowAPI

/// Turns settings into a live backend: chooses it, sets up TLS, hands over credentials.
struct SystemConnector: Sendable {
    let environment: [String: String]
    let executable: String
    let note: @Sendable (String) -> Void

    func connect(
        _ settings: ConnectionSettings, trace: (@Sendable (String) -> Void)?
    ) throws -> Connection {
        let choice = try BackendChoice.choose(
            settings, environment: environment, readIfThere: Input.systemFileIfThere, readFile: Input.systemFile)
        return Connection(backend: try backend(choice, trace: trace), namespace: choice.namespace.value)
    }

    private func backend(
        _ choice: BackendChoice, trace: (@Sendable (String) -> Void)?
    ) throws -> any Backend {
        var traceLine: (@Sendable (RequestTrace) -> Void)?
        if let trace { traceLine = { trace($0.line) } }
        switch choice.target {
        case .argo(let server):
            return ArgoBackend(server, transport: try transport(to: server), trace: traceLine, note: trace)
        case .kubernetes(let server):
            return KubernetesBackend(server, transport: try transport(to: server), trace: traceLine, note: trace)
        case .nightcrawler(let server):
            return NightcrawlerBackend(server, transport: try transport(to: server), trace: traceLine, note: trace)
        case .thisMachine:
            return try LocalBackend.system(environment: environment, executable: executable, note: note)
        }
    }

    /// libcurl knows one set of TLS options a process, and so does this: it must be there before the first request.
    private func transport(to server: ServerConfiguration) throws -> any HTTPTransport {
        try server.tls.configure()
        return URLSessionTransport()
    }
}
