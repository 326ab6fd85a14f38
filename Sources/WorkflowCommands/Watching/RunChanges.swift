import WorkflowModel

/// What is different between two states of a run: its own phase, and those of its steps.
///
/// It remembers a phase for each node, so its memory has the size of the run, however many states come.
struct RunChanges {
    /// One change, in the words of the document.
    struct Change: Equatable {
        /// nil for the run itself.
        var step: String?
        var phase: String
        /// Of the run: `2/5`.
        var progress = ""
        var message = ""

        /// `build-1 Running 2/5`, or `build-1 test(0) Failed: exit code 1`.
        func line(of run: String) -> String {
            let words = [run, step ?? "", phase, progress].filter { !$0.isEmpty }
            return words.joined(separator: " ") + (message.isEmpty ? "" : ": \(message)")
        }
    }

    private let keeps: (WorkflowNode) -> Bool
    private var phase: String?
    private var nodePhases: [String: NodePhase] = [:]

    /// `keeps` says which steps are of interest.
    init(keeps: @escaping (WorkflowNode) -> Bool = { _ in true }) { self.keeps = keeps }

    /// What this state brings; its steps stand before a run that is over and after one that goes on.
    mutating func take(_ workflow: Workflow) -> [Change] {
        let steps = workflow.nodes.compactMap { change(of: $0, in: workflow) }
        let text = workflow.statusText
        guard text != phase else { return steps }
        phase = text
        let run = Change(
            phase: text, progress: workflow.progress, message: workflow.isFinished ? workflow.message : "")
        return workflow.isFinished ? steps + [run] : [run] + steps
    }

    private mutating func change(of node: WorkflowNode, in workflow: Workflow) -> Change? {
        let type = node.type
        // The run's own node says what the run says, groups are part of the steps they hold.
        guard node.key != workflow.name, !type.isHidden, type != .stepGroup, let phase = node.phase,
            nodePhases[node.key] != phase
        else { return nil }
        nodePhases[node.key] = phase
        guard keeps(node) else { return nil }
        return Change(step: node.displayName, phase: phase.rawValue, message: phase.isFinal ? node.message : "")
    }
}
