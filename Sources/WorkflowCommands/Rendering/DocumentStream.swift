import TerminalKit
import WorkflowModel

/// `-o jsonl`: each document on its line as soon as it is there, in the server's order.
struct DocumentStream: WorkflowListing {
    private var printer: DocumentPrinter

    init(in context: CommandContext) {
        printer = DocumentPrinter(format: .jsonl, isSingle: false, output: context.terminal.out)
    }

    mutating func append(_ workflow: Workflow) throws { try printer.print(workflow.document) }

    func finish() {}
}
