import WorkflowModel

extension FieldSelection {
    /// The JSON paths to ask a server for; nil asks for whole objects.
    var paths: [String]? {
        switch self {
        case .everything: nil
        case .row: Self.identity + Self.brief
        case .wideRow:
            Self.identity + Self.brief + [
                "spec.arguments", "status.storedWorkflowTemplateSpec.arguments", "status.nodes",
            ]
        case .names: Self.identity + ["status.startedAt", "status.finishedAt"]
        case .status: Self.identity + Self.state + Self.brief
        case .nodes: Self.identity + Self.state + ["metadata.annotations"] + Self.brief + ["status.nodes"]
        }
    }

    private static let identity = [
        "metadata.name", "metadata.namespace", "metadata.uid", "metadata.creationTimestamp",
    ]
    private static let state = ["metadata.resourceVersion", "metadata.labels"]
    private static let brief = [
        "spec.priority", "spec.shutdown", "spec.suspend", "status.phase", "status.message", "status.startedAt",
        "status.finishedAt", "status.progress",
    ]
}

extension WorkflowQuery {
    /// The selection's paths, and those that `matches` looks at.
    var paths: [String]? {
        guard var paths = fields.paths else { return nil }
        if !phases.isEmpty, !paths.contains("status.phase") { paths.append("status.phase") }
        return paths
    }
}
