import DocumentKit
import TerminalKit
import WorkflowModel

/// `-o json`: an array in argo's order, printed when all is there, since half an array helps nobody.
///
/// Documents wait as the text they will be printed as, one after the other in a single buffer.
struct DocumentArray: WorkflowListing {
    private let output: Output
    private var bytes: [UInt8] = []
    private var items: [(range: Range<Int>, order: ListOrder)] = []

    init(in context: CommandContext) { output = context.terminal.out }

    mutating func append(_ workflow: Workflow) throws {
        let start = bytes.count
        try JSONWriter(style: .pretty, depth: 1).write(workflow.document, to: &bytes)
        items.append((start..<bytes.count, ListOrder(workflow)))
    }

    func finish() throws {
        guard !items.isEmpty else { return try output.write("[]\n") }
        var separator = "[\n  "
        for item in items.inListOrder(\.order) {
            try output.write(separator)
            try output.write(bytes[item.range])
            separator = ",\n  "
        }
        try output.write("\n]\n")
    }
}
