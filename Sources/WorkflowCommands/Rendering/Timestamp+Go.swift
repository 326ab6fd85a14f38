import WorkflowModel

extension Timestamp {
    /// As argo's `wait` writes times: `2026-01-02 03:04:05 +0000 UTC`.
    var goText: String {
        let text = Timestamp(seconds: seconds).rfc3339
        return text.prefix(10) + " " + text.dropFirst(11).prefix(8) + " +0000 UTC"
    }
}
