package import DocumentKit
package import WorkflowModel

/// An Argo Server, spoken to in JSON over HTTP/1.1.
package struct ArgoBackend: ServedBackend {
    package let kind = BackendKind.argo
    package let client: APIClient

    package init(client: APIClient) {
        var client = client
        client.dialect = .argo
        self.client = client
    }

    package var workflows: any WorkflowService { ArgoWorkflows(client: client) }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        RemoteResources(kind: kind, client: client, routes: ArgoResourceRoutes(kind: kind))
    }

    package func linter() -> any LintService { ArgoLinter(client: client) }

    package func serverVersion() async throws -> DocumentValue? { try await client.send(ArgoEndpoints.version) }

    package func identity() async throws -> DocumentValue? { try await client.send(ArgoEndpoints.userInfo) }
}
