package import DocumentKit
package import WorkflowModel

/// A cluster without an Argo Server before it: workflows as objects of the Kubernetes API, logs from pods.
package struct KubernetesBackend: ServedBackend {
    package let kind = BackendKind.kubernetes
    package let client: APIClient

    package init(client: APIClient) {
        var client = client
        client.dialect = .kubernetes
        client.unknownRoute = KubernetesEndpoints.notInstalled
        self.client = client
    }

    package var workflows: any WorkflowService { KubernetesWorkflows(client: client) }

    package func serverVersion() async throws -> DocumentValue? { try await client.send(KubernetesEndpoints.version) }

    /// `{"username": …, "groups": […]}`
    package func identity() async throws -> DocumentValue? {
        let unknown = KubernetesEndpoints.noReview
        for version in KubernetesEndpoints.reviewVersions {
            do {
                return try await client.send(KubernetesEndpoints.selfReview(version), ifUnknown: .throw(unknown))
            } catch let error as BackendError where error == unknown { continue }
        }
        // Only a cluster can be too old for it; what has no version of a cluster is another server.
        let stranger = BackendError.malformed("it does not look like the API of a cluster: it has no version")
        do {
            _ = try await client.send(KubernetesEndpoints.version, ifUnknown: .throw(stranger))
        } catch BackendError.forbidden {}
        throw unknown
    }

    package func resources(_ kind: ResourceKind) throws(BackendError) -> any ResourceService {
        RemoteResources(kind: kind, client: client, routes: KubernetesResourceRoutes(kind: kind))
    }
}
