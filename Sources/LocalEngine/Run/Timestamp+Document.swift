import WorkflowModel

extension Timestamp {
    /// As documents hold it, in whole seconds like those of Kubernetes: `2026-01-02T03:04:05Z`.
    ///
    /// Fractions would be legal, yet `jq fromdate` and others that only know a server's times stop at them.
    var documentText: String { Timestamp(seconds: seconds).rfc3339 }
}
