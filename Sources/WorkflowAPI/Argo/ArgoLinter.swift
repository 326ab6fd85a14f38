import DocumentKit
import WorkflowModel

/// The lint endpoints of an Argo Server.
struct ArgoLinter: LintService {
    let client: APIClient

    func problem(with manifest: ValueTree, kind: ResourceKind?, namespace: String) async throws -> String? {
        do {
            try await client.send(ArgoEndpoints.lint(kind, manifest, namespace: namespace))
            return nil
        } catch BackendError.invalid(let message), BackendError.notFound(let message) {
            return message
        } catch BackendError.server(status: 500, let message) {
            // For workflows the server does not say that the fault is in the manifest.
            return message
        }
    }
}
