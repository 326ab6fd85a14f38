/// A terminal's screen, as far as live regions make use of it: what somebody would see.
package struct ScreenModel {
    private let columns: Int
    private let rows: Int
    /// Lines that have left the screen at its top.
    private var scrolledOff: [String] = []
    private var lines: [[Character]] = [[]]
    private var cursor = (row: 0, column: 0)
    private var main: (lines: [[Character]], cursor: (row: Int, column: Int))?
    package private(set) var hidesCursor = false

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    package var isAlternate: Bool { main != nil }
    /// Everything that can be read, from the oldest line to the last that is not empty.
    package var text: [String] {
        var all = scrolledOff + lines.map { String($0) }
        while all.last?.isEmpty == true { all.removeLast() }
        return all
    }

    /// Takes what a program has written; false when it holds something this screen does not know.
    package mutating func take(_ text: String) -> Bool {
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\r": cursor.column = 0
            case "\n":
                // As terminals have it for programs that leave their settings alone.
                cursor.column = 0
                newLine()
            case "\u{1B}":
                guard rest.popFirst() == "[" else { return false }
                let parameters = String(rest.prefix { !("@"..."~" ~= $0) })
                rest = rest.dropFirst(parameters.unicodeScalars.count)
                guard let end = rest.popFirst(), control(parameters, end) else { return false }
            case " "...: put(Character(scalar))
            default: return false
            }
        }
        return true
    }

    private mutating func control(_ parameters: String, _ end: Unicode.Scalar) -> Bool {
        switch (end, parameters) {
        case ("m", _), ("h", "?2026"), ("l", "?2026"): break
        case ("A", _): cursor.row = max(0, cursor.row - (Int(parameters) ?? 1))
        case ("K", ""): lines[cursor.row].removeLast(max(0, lines[cursor.row].count - cursor.column))
        case ("J", ""):
            lines[cursor.row].removeLast(max(0, lines[cursor.row].count - cursor.column))
            lines.removeLast(lines.count - cursor.row - 1)
        case ("H", ""): cursor = (0, 0)
        case ("J", "2"): lines = [[]]
        case ("h", "?1049"): main = (lines, cursor)
        case ("l", "?1049"):
            if let main { (lines, cursor) = main }
            main = nil
        case ("h", "?25"): hidesCursor = false
        case ("l", "?25"): hidesCursor = true
        default: return false
        }
        return true
    }

    private mutating func put(_ character: Character) {
        if cursor.column == columns {
            cursor.column = 0
            newLine()
        }
        while lines[cursor.row].count < cursor.column { lines[cursor.row].append(" ") }
        if cursor.column < lines[cursor.row].count {
            lines[cursor.row][cursor.column] = character
        } else {
            lines[cursor.row].append(character)
        }
        cursor.column += 1
    }

    private mutating func newLine() {
        cursor.row += 1
        if cursor.row == lines.count { lines.append([]) }
        guard lines.count > rows else { return }
        let first = lines.removeFirst()
        if main == nil { scrolledOff.append(String(first)) }
        cursor.row -= 1
    }
}
