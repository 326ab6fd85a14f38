package import DocumentKit
package import WorkflowModel

/// A cluster without an Argo Server before it: workflows as objects of the Kubernetes API, logs from pods.
package struct KubernetesBackend: Backend {
    package let kind = BackendKind.kubernetes
    let client: APIClient

    package init(client: APIClient) { self.client = client }

    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, credentials: (any CredentialSource)? = nil,
        trace: (@Sendable (RequestTrace) -> Void)? = nil, note: (@Sendable (String) -> Void)? = nil,
        time: TimeAndChance = .system
    ) {
        client = APIClient(
            server, transport: transport, credentials: credentials, trace: trace, note: note, time: time)
    }

    package var address: String { client.server.address }

    package var workflows: any WorkflowService { KubernetesWorkflows(client: client) }

    package func serverVersion() async throws -> DocumentValue? { try await client.send(KubernetesEndpoints.version) }

    /// `{"username": …, "groups": […]}`
    package func identity() async throws -> DocumentValue? { try await client.send(KubernetesEndpoints.identity) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        RemoteResources(
            kind: kind, client: client, routes: KubernetesResourceRoutes(kind: kind),
            unknown: KubernetesEndpoints.notInstalled)
    }
}
