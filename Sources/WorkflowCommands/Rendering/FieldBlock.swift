import TerminalKit

/// Lines of a name and a value, the names padded to a column as argo's header block has them.
struct FieldBlock {
    private(set) var text = ""
    private let column: Int

    /// `column` is where the values begin.
    init(column: Int = 20) { self.column = column }

    /// `Name:                value`; an empty value is left out unless `always`.
    mutating func add(_ name: String, _ value: String, always: Bool = false) {
        guard !value.isEmpty || always else { return }
        let padding = String(repeating: " ", count: max(0, column - name.displayWidth))
        let line = name.sanitized() + padding + " " + value.sanitized()
        text += line.trimmingTrailingSpaces + "\n"
    }

    /// A line without a value, or one that stands under the last.
    mutating func addLine(_ line: String) { text += line.sanitized() + "\n" }
}

extension String {
    var trimmingTrailingSpaces: String {
        var end = endIndex
        while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
        return String(self[..<end])
    }
}
