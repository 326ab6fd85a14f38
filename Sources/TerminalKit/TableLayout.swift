/// Lays rows out as lines of text: alignment, colour, cutting.
struct TableLayout {
    var bytes: [UInt8] = []
    private let columns: [Table.Column]
    private let widths: [Int]
    private let padding: Int
    private let painter: Painter
    private let isCut: Bool
    /// Blanks due before the next visible character; dropped at the end of a line.
    private var blanks = 0

    init(table: Table, showsHeader: Bool, painter: Painter, width: Int?) {
        columns = table.columns
        padding = table.padding
        self.painter = painter
        widths = table.columnWidths(showsHeader: showsHeader, limit: width)
        isCut = width != nil
        bytes.reserveCapacity(Output.capacity + 1_024)
    }

    mutating func appendHeader() {
        var header = RowWriter()
        header.begin()
        for column in columns { header.cell(column.header) }
        header.end()
        let (chunk, offset) = header.store.location(of: 0)
        appendRow(chunk.span, at: offset)
    }

    /// Appends the row whose first run stands at `start` of `chunk`.
    mutating func appendRow(_ chunk: borrowing Span<UInt8>, at start: Int) {
        var offset = start
        var column = 0
        var pending = RowStore.nextRun(in: chunk, at: &offset)
        while let first = pending {
            if column > 0 { blanks += padding }
            let columnWidth = widths[column]
            let isRight = column < columns.count && columns[column].alignment == .right
            let width = isRight || isCut ? Self.cellWidth(first, in: chunk, at: offset) : 0
            if isRight { blanks += max(0, columnWidth - width) }
            var room = isCut && width > columnWidth ? columnWidth : Int.max
            var used = 0
            var run = first
            while true {
                appendRun(chunk, run, room: &room)
                used += run.width
                pending = RowStore.nextRun(in: chunk, at: &offset)
                guard let next = pending, next.continuesCell else { break }
                run = next
            }
            if !isRight { blanks += max(0, columnWidth - used) }
            column += 1
        }
        blanks = 0
        bytes.append(0x0A)
    }

    private static func cellWidth(_ first: RowStore.Run, in chunk: borrowing Span<UInt8>, at next: Int) -> Int {
        var width = first.width
        var offset = next
        while let run = RowStore.nextRun(in: chunk, at: &offset), run.continuesCell { width += run.width }
        return width
    }

    /// Appends a run, or as much of it as leaves a column for the mark of the cut; `room` is `Int.max` in a whole cell.
    private mutating func appendRun(_ chunk: borrowing Span<UInt8>, _ run: RowStore.Run, room: inout Int) {
        if run.bytes.isEmpty || room == 0 { return }
        if blanks > 0 { bytes.append(contentsOf: repeatElement(0x20, count: blanks)) }
        blanks = 0
        let isPainted = painter.isEnabled && run.style != .plain
        if isPainted { appendSelection(run.style.code) }
        let text = chunk.extracting(run.bytes)
        if room == Int.max {
            text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        } else if run.width < room {
            text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            room -= run.width
        } else {
            appendBeginning(of: text, columns: room - 1, isASCII: run.width == run.bytes.count)
            bytes.append(contentsOf: "…".utf8)
            room = 0
        }
        if isPainted { appendSelection(Style.plain.code) }
    }

    private mutating func appendBeginning(of text: borrowing Span<UInt8>, columns limit: Int, isASCII: Bool) {
        if isASCII {
            text.extracting(0..<limit).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        } else {
            let whole = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            bytes.append(contentsOf: whole.prefix(columns: limit).utf8)
        }
    }

    private mutating func appendSelection(_ code: UInt8) {
        bytes.append(contentsOf: "\u{1B}[".utf8)
        bytes.append(contentsOf: String(code).utf8)
        bytes.append(UInt8(ascii: "m"))
    }
}
