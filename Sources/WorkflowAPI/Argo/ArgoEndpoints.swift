import DocumentKit
import WorkflowModel

/// The calls of an Argo Server's REST API, one value each.
///
/// Only documented query parameters stand here: the server ignores any other without a word.
enum ArgoEndpoints {
    typealias QueryItem = Endpoint<Void>.QueryItem

    /// `GET /api/v1/version`
    static var version: Endpoint<DocumentValue> { Endpoint(.get, root + ["version"], decode: object) }

    static let root = ["api", "v1"]

    static func workflow(_ reference: WorkflowReference) -> [String] {
        root + ["workflows", reference.namespace, reference.name]
    }

    /// An answer that is an object; anything else is not this API's.
    static func object(_ value: DocumentValue) throws(BackendError) -> DocumentValue {
        guard value.kind == .object else {
            throw .malformed("the answer is not the object it should be")
        }
        return value
    }
}
