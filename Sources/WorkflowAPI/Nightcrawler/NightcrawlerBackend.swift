package import WorkflowModel

/// A Nightcrawler dashboard: its definitions are templates, its executions workflows.
package struct NightcrawlerBackend: Backend {
    package let kind = BackendKind.nightcrawler
    package private(set) var client: APIClient

    package init(client: APIClient) { self.client = client }

    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, credentials: (any CredentialSource)? = nil,
        trace: (@Sendable (RequestTrace) -> Void)? = nil, note: (@Sendable (String) -> Void)? = nil,
        warn: (@Sendable (String) -> Void)? = nil, memory: ServerMemory = ServerMemory(),
        time: TimeAndChance = .system
    ) {
        client = APIClient(
            server, transport: transport, credentials: credentials, trace: trace, note: note, time: time)
        client.warn = warn
        client.memory = memory
    }

    package var address: String { client.server.address }

    package var workflows: any WorkflowService { NightcrawlerWorkflows(client: client) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        guard kind == .workflowTemplate else { throw .unsupported(kind.plural, by: .nightcrawler) }
        return NightcrawlerDefinitions(client: client)
    }

    package func has(_ feature: BackendFeature) -> Bool {
        switch feature {
        case .namespaces, .deletion: false
        case .definitions, .environments: true
        }
    }
}
