import TerminalKit
import WorkflowModel

/// Prints single workflows: header and tree, a name, or the whole document.
struct WorkflowPrinter {
    private let format: DetailFormat
    private let tree: TreeOptions
    private let context: CommandContext
    private var documents: DocumentPrinter?
    private var count = 0

    init(format: DetailFormat, tree: TreeOptions, isSingle: Bool, in context: CommandContext) {
        self.format = format
        self.tree = tree
        self.context = context
        documents = format.documents.map {
            DocumentPrinter(format: $0, isSingle: isSingle, output: context.terminal.out)
        }
    }

    mutating func print(_ workflow: Workflow) throws {
        defer { count += 1 }
        let out = context.terminal.out
        switch format {
        case .json, .jsonl, .yaml: try documents?.print(workflow.document)
        case .name: try out.write((workflow.name.isEmpty ? workflow.generateName : workflow.name).sanitized() + "\n")
        case .table, .wide, .short:
            if count > 0 { try out.write("\n") }
            if format != .short { try out.write(WorkflowHeader(workflow: workflow, context: context).text) }
            try NodeTable(workflow: workflow, format: format, options: tree, context: context).print()
        }
    }

    /// Closes an array; what was printed is on its way then.
    mutating func finish() throws {
        try documents?.finish()
        try context.terminal.out.flush()
    }
}
