import DocumentKit
import WorkflowModel

/// The calls of an Argo Server's REST API, one value each.
///
/// Only documented query parameters stand here: the server ignores any other without a word.
enum ArgoEndpoints {
    typealias QueryItem = Endpoint<Void>.QueryItem

    /// `GET /api/v1/version`
    static var version: Endpoint<DocumentValue> { Endpoint(.get, root + ["version"], decode: object) }

    /// `GET /api/v1/userinfo`
    static var userInfo: Endpoint<DocumentValue> { Endpoint(.get, root + ["userinfo"], decode: object) }

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

    /// Something of a stored object, whatever else is missing or broken in it.
    static func stored(_ value: DocumentValue) throws(BackendError) -> DocumentValue {
        let value = try object(value)
        for key in ["metadata", "spec", "status"] where value[key]?.kind == .object { return value }
        throw .malformed("the answer is not the object it should be: it has neither metadata, spec nor status")
    }

    /// An object with a name, or the start of one in a rehearsal: only so it can be told what was created.
    static func named(_ value: DocumentValue) throws(BackendError) -> DocumentValue {
        let metadata = try object(value)["metadata"]
        for key in ["name", "generateName"] where metadata?[key]?.string?.isEmpty == false { return value }
        throw .malformed("the answer is not the object it should be: it has no name")
    }
}
