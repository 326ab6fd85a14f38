import ArgumentKit
import WorkflowModel

/// `kind/name` of a stored object, as `--from` takes it.
struct ResourceName: Sendable, Equatable, ArgumentValue {
    var kind: ResourceKind
    var name: String
    /// It was called a workflow, as a dashboard calls what elsewhere is a template.
    var isDefinition = false

    private static let definition = "workflow"

    init?(argument: String) {
        let parts = argument.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        name = String(parts[1])
        if parts[0] == Self.definition {
            (kind, isDefinition) = (.workflowTemplate, true)
        } else if let kind = ResourceKind.named(String(parts[0])) {
            self.kind = kind
        } else {
            return nil
        }
    }

    static var expectation: String {
        "expected workflowtemplate/NAME, clusterworkflowtemplate/NAME or cronworkflow/NAME, or workflow/ID of a dashboard"
    }

    var argument: String { "\(isDefinition ? Self.definition : kind.rawValue.lowercased())/\(name)" }
}
