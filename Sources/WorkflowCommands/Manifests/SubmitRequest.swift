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

    /// What went wrong with this one of several: `two.yaml:6:1: workflow 'two': quota exceeded`.
    func naming(_ diagnostic: Diagnostic) -> Diagnostic {
        var words = [diagnostic.message]
        if let name, !diagnostic.message.contains("'\(name)'") { words.insert("workflow '\(name)'", at: 0) }
        if let manifest { words.insert("\(manifest.source):\(manifest.value.position)", at: 0) }
        return Diagnostic(
            message: words.joined(separator: ": "), hint: diagnostic.hint, status: diagnostic.status)
    }
}
