import DocumentKit
import TerminalKit

extension Output: ByteOutput {}

/// Prints whole documents in a machine format: one object, an array, or one a line.
struct DocumentPrinter {
    let format: DocumentFormat
    /// Whether exactly one document was asked for, so that no array stands around it.
    let isSingle: Bool
    private var output: Output
    private var count = 0

    init(format: DocumentFormat, isSingle: Bool, output: Output) {
        self.format = format
        self.isSingle = isSingle
        self.output = output
    }

    mutating func print(_ document: DocumentValue) throws {
        defer { count += 1 }
        switch format {
        case .json where isSingle: try JSONWriter(style: .pretty).write(document, to: &output)
        case .json:
            try output.write(count == 0 ? "[\n  " : ",\n  ")
            try JSONWriter(style: .pretty, depth: 1).write(document, to: &output)
        case .jsonl:
            try JSONWriter(style: .compact).write(document, to: &output)
            try output.write("\n")
        case .yaml: try YAMLWriter(isElement: !isSingle).write(document, to: &output)
        }
    }

    /// Closes what is open; without a document an array is empty, and a single one is nothing.
    mutating func finish() throws {
        switch format {
        case .json where isSingle: if count > 0 { try output.write("\n") }
        case .json: try output.write(count > 0 ? "\n]\n" : "[]\n")
        case .yaml: if count == 0, !isSingle { try output.write("[]\n") }
        case .jsonl: break
        }
    }
}
