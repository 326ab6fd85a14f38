import DocumentKit
import TerminalKit
import WorkflowModel

/// `-o json` and `-o yaml`: an array in argo's order, printed when all is there, since half an array helps nobody.
///
/// Documents wait as the text they will be printed as, one after the other in a single buffer.
struct DocumentArray: WorkflowListing {
    enum Format { case json, yaml }

    private let format: Format
    private let output: Output
    private var bytes: [UInt8] = []
    private var items: [(range: Range<Int>, order: ListOrder)] = []

    init(_ format: Format, in context: CommandContext) {
        self.format = format
        output = context.terminal.out
    }

    mutating func append(_ workflow: Workflow) throws {
        let start = bytes.count
        switch format {
        case .json: try JSONWriter(style: .pretty, depth: 1).write(workflow.document, to: &bytes)
        case .yaml: try YAMLWriter(isElement: true).write(workflow.document, to: &bytes)
        }
        items.append((start..<bytes.count, ListOrder(workflow)))
    }

    func finish() throws {
        guard !items.isEmpty else { return try output.write("[]\n") }
        let isJSON = format == .json
        var separator = isJSON ? "[\n  " : ""
        for item in items.inListOrder(\.order) {
            try output.write(separator)
            try output.write(bytes[item.range])
            if isJSON { separator = ",\n  " }
        }
        if isJSON { try output.write("\n]\n") }
    }
}
