import DocumentKit
import WorkflowModel

extension ArgoEndpoints {
    /// `POST /api/v1/workflows/{namespace}/lint` with `{"namespace":…,"workflow":{…}}`, and so for each other kind.
    static func lint(_ kind: ResourceKind?, _ manifest: ValueTree, namespace: String) -> Endpoint<Void> {
        var endpoint: Endpoint<Void>
        if let kind {
            endpoint = Endpoint(.post, collection(kind, namespace) + ["lint"]) { _ in }
            endpoint.body = body(kind, manifest, namespace)
        } else {
            endpoint = Endpoint(.post, root + ["workflows", namespace, "lint"]) { _ in }
            endpoint.body = ["namespace": .string(namespace), "workflow": manifest]
        }
        return endpoint
    }
}
