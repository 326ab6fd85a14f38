import ArgumentKit
import WorkflowModel

/// `kind/name` of a stored object, as `--from` takes it.
struct ResourceName: Sendable, Equatable, ArgumentValue {
    var kind: ResourceKind
    var name: String

    init?(argument: String) {
        let parts = argument.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, let kind = ResourceKind.named(String(parts[0])) else { return nil }
        self.kind = kind
        name = String(parts[1])
    }

    static var expectation: String {
        "expected workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronworkflow/NAME"
    }

    var argument: String { "\(kind.rawValue.lowercased())/\(name)" }
}
