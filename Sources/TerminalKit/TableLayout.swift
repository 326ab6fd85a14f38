/// Lays rows out as lines of text: alignment, colour, cutting.
struct TableLayout {
    var text = LineBuffer()
    private let header: [String]
    private let places: [ColumnPlace]
    private let padding: Int
    private let painter: Painter
    /// Blanks due before the next visible character; dropped at the end of a line.
    private var blanks = 0

    init(table: Table, showsHeader: Bool, painter: Painter, width: Int?) {
        header = table.columns.map(\.header)
        places = ColumnPlace.places(in: table, showsHeader: showsHeader, limit: width)
        padding = table.padding
        self.painter = painter
    }

    mutating func appendHeader() {
        var row = RowWriter()
        row.begin()
        for text in header { row.cell(text) }
        row.end()
        let (chunk, offset) = row.store.location(of: 0)
        appendRow(chunk.span, at: offset)
    }

    /// Appends the row whose first run stands at `start` of `chunk`.
    mutating func appendRow(_ chunk: borrowing Span<UInt8>, at start: Int) {
        var offset = start
        var index = 0
        var pending = RowStore.nextRun(in: chunk, at: &offset)
        while let first = pending {
            let place = places[index]
            if index > 0 { blanks += padding }
            var room = Int.max
            if place.isRight || place.isCut {
                let width = Self.cellWidth(first, in: chunk, at: offset)
                if place.isRight { blanks += max(0, place.width - width) }
                if place.isCut && width > place.width { room = place.width }
            }
            var used = 0
            var run = first
            while true {
                used += appendRun(chunk, run, room: room - used)
                pending = RowStore.nextRun(in: chunk, at: &offset)
                guard let next = pending, next.continuesCell else { break }
                run = next
            }
            if !place.isRight { blanks += max(0, place.width - used) }
            index += 1
        }
        blanks = 0
        text.append(0x0A)
    }

    private static func cellWidth(_ first: RowStore.Run, in chunk: borrowing Span<UInt8>, at next: Int) -> Int {
        var width = first.width
        var offset = next
        while let run = RowStore.nextRun(in: chunk, at: &offset), run.continuesCell { width += run.width }
        return width
    }

    /// Appends a run of a cell that has `room` columns left, more than there are in a cell that is not cut; answers how
    /// many it took.
    private mutating func appendRun(_ chunk: borrowing Span<UInt8>, _ run: RowStore.Run, room: Int) -> Int {
        if run.bytes.isEmpty || room == 0 { return 0 }
        text.append(blanks: blanks)
        blanks = 0
        let isPainted = painter.isEnabled && run.style != .plain
        if isPainted { text.append(run.style.selection.utf8.span) }
        let isWhole = run.width < room
        if isWhole {
            text.append(chunk.extracting(run.bytes))
        } else {
            let whole = chunk.extracting(run.bytes).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            let cut = whole.beginning(to: room)
            text.append(cut.utf8.span)
            // Before a wide character one column can stay free.
            blanks = room - cut.displayWidth
        }
        if isPainted { text.append(Style.plain.selection.utf8.span) }
        return isWhole ? run.width : room
    }
}
