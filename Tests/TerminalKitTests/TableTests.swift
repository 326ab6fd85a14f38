import Testing

@testable import TerminalKit

@Suite struct TableTests {
    @Test func alignsWideTextAndNeverPadsTheLastColumn() throws {
        var table = Table(columns: ["NAME", "STATUS", "MESSAGE"])
        table.append(row: ["日本", Table.Cell("Running", .cyan), ""])
        table.append(row: ["a\nb", "Failed", "exit code 1"])
        #expect(
            try text(table) == """
                NAME   STATUS    MESSAGE
                日本   Running
                a\\nb   Failed    exit code 1

                """)
    }

    @Test func alignsRightAndKeepsMinimumWidths() throws {
        var table = Table(
            columns: ["NAME", .init("N", alignment: .right), .init("X", minimumWidth: 4), "Y"], padding: 2)
        table.append(row: ["a", "7", "x", "y"])
        table.append(row: ["bb", "1234", "", "日"])
        #expect(
            try text(table) == """
                NAME     N  X     Y
                a        7  x     y
                bb    1234        日

                """)
    }

    @Test func countsHeadersOnlyWhereTheyAreShown() throws {
        var table = Table(columns: ["NAMESPACE", "NAME"])
        table.append(row: ["ns", "a"])
        #expect(try text(table) == "NAMESPACE   NAME\nns          a\n")
        #expect(try text(table, showsHeader: false) == "ns   a\n")
    }

    @Test func printsRowsInTheOrderAskedFor() throws {
        var table = Table(columns: ["N"])
        #expect(["a", "b", "c"].map { table.append(row: [Table.Cell($0)]) } == [0, 1, 2])
        #expect(try text(table, order: [2, 0], showsHeader: false) == "c\na\n")
        #expect(try text(table, order: [], showsHeader: false) == "")
    }

    @Test func takesCellsOfTextBytesAndNumbers() throws {
        var table = Table(columns: ["A", "B", "C"], padding: 1)
        table.append { row in
            row.cell([0x68, 0x69, 0xFF].span)
            row.cell(-12)
            row.cell("x")
        }
        #expect(try text(table, showsHeader: false) == "hi\\xff -12 x\n")
    }

    @Test func takesNumbersWithUnits() throws {
        var table = Table(columns: ["A", "B", "C", "D"], padding: 1)
        table.append { row in
            row.cell(0, unit: "s")
            row.cell(-90, unit: "d", .red)
            row.cell(Int.min, unit: "h")
            row.cell(Int.max)
        }
        table.append { row in
            row.cell(12_345, unit: "m")
            row.cell("")
        }
        #expect(
            try text(table, showsHeader: false)
                == "0s     -90d -9223372036854775808h 9223372036854775807\n12345m\n")
    }

    @Test func printsShortEmptyAndLongRows() throws {
        var table = Table(columns: ["A", "B"], padding: 1)
        table.append(row: ["a"])
        table.append(row: [])
        table.append(row: ["", "b"])
        table.append(row: ["a", "b", "more", "still"])
        table.append { row in row.extend("begun", .red) }
        #expect(
            try text(table) == "A     B\na\n\n      b\na     b more still\nbegun\n")
    }

    @Test func coloursWordsWithoutMovingColumns() throws {
        var table = Table(columns: ["STATUS", "NAME"], padding: 1)
        table.append(row: [Table.Cell("Failed", .red), "x"])
        table.append { row in
            row.cell("├─")
            row.extend("✔", .green)
            row.extend(" a")
            row.cell("y", .bold)
        }
        table.append(row: [Table.Cell("", .red), Table.Cell("z")])
        let output = Output.memory()
        try table.render(to: output, painter: Painter(enabled: true))
        #expect(
            output.text == """
                STATUS NAME
                \u{1B}[31mFailed\u{1B}[0m x
                ├─\u{1B}[32m✔\u{1B}[0m a  \u{1B}[1my\u{1B}[0m
                       z

                """)
    }

    @Test func letsNoCellSteerTheTerminal() throws {
        var table = Table(columns: ["NAME", "MESSAGE"])
        table.append(row: ["a\u{1B}[2Jb", "x\r\n\u{202E}y\tz"])
        #expect(try text(table, showsHeader: false) == "a\\x1b[2Jb   x\\r\\n\\u{202e}y\\tz\n")
    }

    @Test func doesNotPadEveryRowToOneGiantCell() throws {
        var table = Table(columns: ["A", "B"])
        let giant = String(repeating: "x", count: 300_000)
        table.append(row: [Table.Cell(giant), "b"])
        table.append(row: ["a", "b"])
        let text = try text(table, showsHeader: false)
        #expect(text.utf8.count == giant.utf8.count + 5 + 517)
        #expect(text.hasSuffix("x   b\na" + String(repeating: " ", count: 514) + "b\n"))
    }

    @Test func keepsTheWidthsOfThePageBefore() throws {
        var table = Table(columns: ["NAME", "STATUS"])
        table.append(row: ["a-long-name", "Running"])
        let output = Output.memory()
        try table.render(to: output)
        table.removeRows()
        table.append(row: ["b", "Failed"])
        try table.render(to: output, showsHeader: false)
        #expect(output.text == "NAME          STATUS\na-long-name   Running\nb             Failed\n")
    }

    @Test func printsALongTableAsEachOfItsRows() throws {
        var table = Table(columns: ["N", "TEXT", "END"], padding: 2)
        let rows = (0..<30_000).map { number in
            ["\(number)", number % 97 == 0 ? String(repeating: "語", count: 40) : "t\(number * 7)", "é"]
        }
        for row in rows { table.append(row: row.map { Table.Cell($0) }) }
        let order = rows.indices.sorted { ($0 % 1_000, $0) < ($1 % 1_000, $1) }
        let expected = order.map { index in
            let row = rows[index]
            return row[0] + String(repeating: " ", count: 7 - row[0].count) + row[1]
                + String(repeating: " ", count: 82 - row[1].displayWidth) + row[2] + "\n"
        }
        #expect(try text(table, order: order, showsHeader: false) == expected.joined())
    }

    private func text(_ table: Table, order: [Int]? = nil, showsHeader: Bool = true) throws -> String {
        let output = Output.memory()
        try table.render(to: output, order: order, showsHeader: showsHeader)
        return output.text
    }
}
