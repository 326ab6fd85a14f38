import DocumentKit
import TerminalKit
import WorkflowModel

extension RowWriter {
    /// Begins the next cell with a text of an object, straight from the document's bytes; empty where there is none.
    mutating func cell(_ key: String, of object: DocumentValue?) {
        let isThere = object?.lendText(of: key) { cell($0) } ?? false
        if !isThere { cell("") }
    }

    /// Begins the next cell with a span of time: `6d`; empty where there is none.
    mutating func cell(_ duration: ShortDuration?) {
        guard let duration else { return cell("") }
        cell(duration.number, unit: duration.unit)
    }
}
