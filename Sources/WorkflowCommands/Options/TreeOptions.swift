import ArgumentKit
import WorkflowModel

/// Which steps of a workflow to show, and with which characters.
struct TreeOptions: ArgumentGroup {
    var phase: NodePhase?
    var selector: NodeFieldSelector?
    var asciiOnly = false

    init() {}

    static var arguments: [Argument<Self>] {
        option(\.phase, "status", value: "phase", help: "Keep steps in this phase")
        option(
            \.selector, "node-field-selector", value: "query",
            help: "Keep steps whose fields match, such as displayName=build")
        flag(\.asciiOnly, "no-utf8", help: "Draw the tree with ASCII characters")
    }

    func validate() throws(ArgumentError) {
        if phase != nil && selector != nil {
            throw .conflict("--status and --node-field-selector exclude each other; write phase=… in the selector")
        }
    }

    /// Whether a step is shown.
    func keeps(_ node: WorkflowNode) -> Bool {
        if let phase { return node.phase == phase }
        return selector?.matches(node) ?? true
    }
}
