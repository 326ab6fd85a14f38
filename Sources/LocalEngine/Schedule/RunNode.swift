import WorkflowModel

/// One node of a run, as it will stand in `status.nodes`.
struct RunNode: Sendable, Equatable {
    struct Value: Sendable, Equatable {
        var name: String
        var value: String
    }

    var id: String
    var name: String
    var displayName: String
    var type: NodeType
    /// nil for the groups of a steps template.
    var template: TemplateKey?
    /// The scope its call was written in.
    var scope: TemplateKey.Scope
    /// Place of the steps or dag node around it.
    var boundary: Int?
    var phase: NodePhase
    var message = ""
    var startedAt: Timestamp
    var finishedAt: Timestamp?
    var inputs: [Value] = []
    var outputs: [Value] = []
    var result: String?
    var exitCode: Int32?
    var children: [Int] = []
    /// The last nodes inside it: what comes after it hangs on them.
    var outbound: [Int] = []
}

/// How the process of a pod ended.
struct PodResult: Sendable, Equatable {
    var phase: NodePhase
    var message = ""
    var exitCode: Int32?
    var result: String?
    var parameters: [RunNode.Value] = []
}
