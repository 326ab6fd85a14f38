package import WorkflowModel

/// A cluster without an Argo Server before it: workflows as objects of the Kubernetes API, logs from pods.
package struct KubernetesBackend: Backend {
    package let kind = BackendKind.kubernetes
    let client: APIClient

    package init(client: APIClient) { self.client = client }

    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, trace: (@Sendable (RequestTrace) -> Void)? = nil,
        note: (@Sendable (String) -> Void)? = nil, time: TimeAndChance = .system
    ) {
        client = APIClient(server, transport: transport, trace: trace, note: note, time: time)
    }

    package var address: String { client.server.address }

    package var workflows: any WorkflowService { KubernetesWorkflows(client: client) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        RemoteResources(kind: kind, client: client, routes: KubernetesResourceRoutes(kind: kind))
    }
}
