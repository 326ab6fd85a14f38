import DocumentKit
import WorkflowModel

/// The calls of the Kubernetes API that concern workflows, one value each.
enum KubernetesEndpoints {
    static let apiVersion = "argoproj.io/v1alpha1"
    static let root = ["apis", "argoproj.io", "v1alpha1"]

    /// `/apis/argoproj.io/v1alpha1/namespaces/{namespace}/{plural}`; nil means every namespace, or a kind without one.
    static func collection(_ plural: String, _ namespace: String?) -> [String] {
        root + (namespace.map { ["namespaces", $0] } ?? []) + [plural]
    }

    /// What stands for the objects of a cluster on which nobody has installed Argo Workflows.
    static let notInstalled = BackendError.server(
        status: 404,
        message:
            "the cluster does not know '\(apiVersion)': Argo Workflows is not installed on it, or this is another API")

    /// A stored object with its kind, which items of a list need not have.
    static func stored(_ value: DocumentValue, kind: String) throws(BackendError) -> DocumentValue {
        guard value.kind == .object, value["metadata"]?["name"]?.string?.isEmpty == false else {
            throw .malformed("the answer is not the object it should be: it has no name")
        }
        return identified(value, kind: kind)
    }

    static func identified(_ value: DocumentValue, kind: String) -> DocumentValue {
        if value["kind"]?.string != nil, value["apiVersion"]?.string != nil { return value }
        let head: ValueTree.Members = ["apiVersion": .string(apiVersion), "kind": .string(kind)]
        let rest = value.tree.members.filter { $0.key != "kind" && $0.key != "apiVersion" }
        return ValueTree.object(ValueTree.Members(Array(head) + rest)).document().root
    }

    /// `GET /version`: `{"major": "1", "minor": "31", "gitVersion": "v1.31.2", "platform": "linux/amd64", …}`
    static var version: Endpoint<DocumentValue> {
        Endpoint(.get, ["version"]) { answer throws(BackendError) in
            guard answer["gitVersion"]?.string != nil else {
                throw .malformed("the answer is not the version of a cluster it should be")
            }
            return answer
        }
    }

    /// The versions of the review below that clusters have had, the youngest first.
    static let reviewVersions = ["v1", "v1beta1", "v1alpha1"]
    static let noReview = BackendError.failed(
        "the cluster does not say whom it takes anybody for: clusters do so from Kubernetes 1.28 on, those of 1.26 and "
            + "1.27 if told to")

    /// `POST /apis/authentication.k8s.io/v1/selfsubjectreviews`: whom the cluster takes us for; nothing is made.
    static func selfReview(_ version: String) -> Endpoint<DocumentValue> {
        let path = ["apis", "authentication.k8s.io", version, "selfsubjectreviews"]
        var endpoint = Endpoint(.post, path) { answer throws(BackendError) in
            guard let user = answer["status"]?["userInfo"], user.kind == .object else {
                throw .malformed("the answer is not the review of a user it should be")
            }
            return user
        }
        endpoint.isRepeatable = true
        endpoint.body = ["apiVersion": .string("authentication.k8s.io/" + version), "kind": "SelfSubjectReview"]
        return endpoint
    }

    /// A manifest as it is sent.
    static func identified(_ manifest: ValueTree, kind: String) -> ValueTree {
        var manifest = manifest
        if manifest["apiVersion"]?.string == nil { manifest["apiVersion"] = .string(apiVersion) }
        if manifest["kind"]?.string == nil { manifest["kind"] = .string(kind) }
        return manifest
    }

    /// `DELETE …` that returns at once; what belongs to the object goes in the background.
    static func delete(_ path: [String]) -> Endpoint<Void> {
        var endpoint = Endpoint(.delete, path) { _ in }
        endpoint.allowsEmptyAnswer = true
        endpoint.body = ["kind": "DeleteOptions", "apiVersion": "v1", "propagationPolicy": "Background"]
        return endpoint
    }

    /// `PATCH …` with a merge patch, which may be sent twice.
    static func patch<Response>(
        _ path: [String], _ change: ValueTree, decode: @escaping @Sendable (DocumentValue) throws -> Response
    ) -> Endpoint<Response> {
        var endpoint = Endpoint(.patch, path, decode: decode)
        endpoint.contentType = "application/merge-patch+json"
        endpoint.isRepeatable = true
        endpoint.body = change
        return endpoint
    }
}
