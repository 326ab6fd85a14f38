/// Takes the cells of the row that is being appended to a `Table`, from left to right.
package struct RowWriter: Sendable {
    /// A cell wider than this runs over its column instead of widening it: one long value must not pad every row.
    private static let widestAligned = 512

    var store = RowStore()
    /// The widest cell of each column, headers apart.
    private(set) var widths: [Int] = []
    private var column = -1
    private var width = 0
    private var scratch: [UInt8] = []

    /// Begins the next cell with `text`.
    package mutating func cell(_ text: String, _ style: Style = .plain) {
        cell(text.utf8.span, style)
    }

    /// Begins the next cell with a text's bytes, UTF-8 as far as they are.
    package mutating func cell(_ bytes: borrowing Span<UInt8>, _ style: Style = .plain) {
        noteWidth()
        column += 1
        width = appendRun(bytes, style, continuesCell: false)
    }

    /// Begins the next cell with a number and its unit, an ASCII letter: `538`, `538d`.
    package mutating func cell(_ number: Int, unit: Unicode.Scalar? = nil, _ style: Style = .plain) {
        noteWidth()
        column += 1
        width = store.append(number: number, unit: unit.map { UInt8(ascii: $0) }, style: style)
    }

    /// Goes on with the cell, in a style of its own.
    package mutating func extend(_ text: String, _ style: Style = .plain) {
        if column < 0 { return cell(text, style) }
        width += appendRun(text.utf8.span, style, continuesCell: true)
    }

    mutating func begin() {
        store.beginRow()
        column = -1
    }

    mutating func end() {
        noteWidth()
        store.endRow()
    }

    private mutating func noteWidth() {
        guard column >= 0 else { return }
        let width = min(width, Self.widestAligned)
        if column >= widths.count {
            widths.append(width)
        } else if width > widths[column] {
            widths[column] = width
        }
    }

    private mutating func appendRun(
        _ bytes: borrowing Span<UInt8>, _ style: Style, continuesCell: Bool
    ) -> Int {
        if store.appendASCII(bytes, style: style, continuesCell: continuesCell) { return bytes.count }
        // Swapped out for the time of the call, so that its bytes and the store can be used at once.
        var text: [UInt8] = []
        swap(&text, &scratch)
        text.removeAll(keepingCapacity: true)
        Sanitizer.cell.append(bytes, to: &text)
        let width = DisplayWidth.columns(of: text.span)
        store.append(text.span, width: width, style: style, continuesCell: continuesCell)
        swap(&text, &scratch)
        return width
    }
}
