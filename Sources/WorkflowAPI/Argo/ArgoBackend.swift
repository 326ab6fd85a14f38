package import DocumentKit
package import WorkflowModel

/// An Argo Server, spoken to in JSON over HTTP/1.1.
package struct ArgoBackend: Backend {
    package let kind = BackendKind.argo
    package let client: APIClient

    package init(client: APIClient) { self.client = client }

    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, credentials: (any CredentialSource)? = nil,
        trace: (@Sendable (RequestTrace) -> Void)? = nil, note: (@Sendable (String) -> Void)? = nil,
        memory: ServerMemory = ServerMemory(), time: TimeAndChance = .system
    ) {
        var client = APIClient(
            server, transport: transport, credentials: credentials, trace: trace, note: note, time: time)
        client.memory = memory
        self.client = client
    }

    package var address: String { client.server.address }

    package var workflows: any WorkflowService { ArgoWorkflows(client: client) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        RemoteResources(kind: kind, client: client, routes: ArgoResourceRoutes(kind: kind))
    }

    package func linter() -> any LintService { ArgoLinter(client: client) }

    package func serverVersion() async throws -> DocumentValue? { try await client.send(ArgoEndpoints.version) }

    package func identity() async throws -> DocumentValue? { try await client.send(ArgoEndpoints.userInfo) }
}
