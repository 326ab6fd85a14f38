extension Table {
    /// Prints the table to a terminal's stdout: coloured and cut to the width on a terminal, whole elsewhere.
    package func render(to terminal: Terminal, order: [Int]? = nil, showsHeader: Bool = true) throws(OutputError) {
        try render(
            to: terminal.out, order: order, showsHeader: showsHeader, painter: terminal.painter,
            width: terminal.outIsTerminal ? terminal.width : nil)
    }

    /// Prints the header and the rows, those of `order` in that order, lines cut to `width` where columns allow it.
    package func render(
        to output: Output, order: [Int]? = nil, showsHeader: Bool = true, painter: Painter = Painter(enabled: false),
        width: Int? = nil
    ) throws(OutputError) {
        var layout = TableLayout(table: self, showsHeader: showsHeader, painter: painter, width: width)
        if showsHeader { layout.appendHeader() }
        for index in 0..<(order?.count ?? rowCount) {
            let (chunk, offset) = rows.store.location(of: order?[index] ?? index)
            layout.appendRow(chunk.span, at: offset)
            if layout.text.isFull { try layout.text.write(to: output) }
        }
        try layout.text.write(to: output)
    }
}
