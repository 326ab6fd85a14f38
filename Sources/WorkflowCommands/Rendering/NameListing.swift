import TerminalKit
import WorkflowModel

/// `-o name`: the names in argo's order, one a line.
struct NameListing: WorkflowListing {
    private let context: CommandContext
    private var names: [(name: String, order: ListOrder)] = []

    init(in context: CommandContext) { self.context = context }

    mutating func append(_ workflow: Workflow) { names.append((workflow.name, ListOrder(workflow))) }

    func finish() throws {
        for row in names.inListOrder(\.order) { try context.terminal.out.write(row.name.sanitized() + "\n") }
    }
}
