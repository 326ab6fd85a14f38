import DocumentKit
import WorkflowAPI

/// A submission, and the manifest it was made from if there was one.
struct SubmitRequest {
    var submission: Submission
    var manifest: Manifest?

    /// What messages call it before it has a name of its own.
    var name: String? {
        guard case .manifest(let tree) = submission.source else { return nil }
        return tree[path: "metadata", "name"]?.string ?? tree[path: "metadata", "generateName"]?.string
    }
}
