/// Aligned columns. Rows are appended as they come, kept as bytes, and printed in any order.
///
/// Every cell is sanitised: nothing a server says can steer the terminal.
package struct Table: Sendable {
    package var columns: [Column]
    /// Blanks between two columns.
    package var padding: Int
    var rows = RowWriter()

    /// A table with argo's distance between columns; the node tree takes a `padding` of 2.
    package init(columns: [Column], padding: Int = 3) {
        self.columns = columns
        self.padding = padding
    }

    /// How many rows were appended.
    package var rowCount: Int { rows.store.count }

    /// Appends a row cell by cell; answers its index. A row may end early; an empty one prints as an empty line.
    @discardableResult
    package mutating func append(_ fill: (inout RowWriter) throws -> Void) rethrows -> Int {
        rows.begin()
        defer { rows.end() }
        try fill(&rows)
        return rowCount - 1
    }

    /// Appends a row of ready cells; answers its index.
    @discardableResult
    package mutating func append(row cells: [Cell]) -> Int {
        append { row in
            for cell in cells { row.cell(cell.text, cell.style) }
        }
    }

    /// Forgets the rows but keeps the widths, so that a next page of rows stands under the one already printed.
    package mutating func removeRows() {
        rows.store.removeAll()
    }
}
