import WorkflowAPI

/// A submission, and the manifest it was made from if there was one.
struct SubmitRequest {
    var submission: Submission
    var manifest: Manifest?
}
