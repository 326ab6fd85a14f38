import TerminalKit
import Testing

@Suite struct TableFittingTests {
    private var table: Table {
        var table = Table(
            columns: ["NAME", .init("MESSAGE", isFlexible: true), .init("PARAMETERS", isFlexible: true), "AGE"],
            padding: 1)
        table.append(row: ["wf-1", "the pod was deleted", "image=alpine,n=3", "6d"])
        table.append(row: ["wf-2", "処理が失敗しました", "", "22h"])
        return table
    }

    @Test(arguments: [
        (
            80,
            """
            NAME MESSAGE             PARAMETERS       AGE
            wf-1 the pod was deleted image=alpine,n=3 6d
            wf-2 処理が失敗しました                   22h

            """
        ),
        (
            43,
            """
            NAME MESSAGE           PARAMETERS       AGE
            wf-1 the pod was dele… image=alpine,n=3 6d
            wf-2 処理が失敗しまし…                  22h

            """
        ),
        (
            36,
            """
            NAME MESSAGE       PARAMETERS    AGE
            wf-1 the pod was … image=alpine… 6d
            wf-2 処理が失敗し…               22h

            """
        ),
        (
            10,
            """
            NAME MESSAGE  PARAMET… AGE
            wf-1 the pod… image=a… 6d
            wf-2 処理が…           22h

            """
        ),
    ])
    func cutsTheWidestFlexibleColumnsFirst(width: Int, expected: String) throws {
        let output = Output.memory()
        try table.render(to: output, width: width)
        #expect(output.text == expected)
    }

    @Test func cutsOnlyOnATerminal() throws {
        let terminal = Terminal(outIsTerminal: false, width: 20)
        try table.render(to: terminal)
        let whole = Output.memory()
        try table.render(to: whole)
        #expect(terminal.out.text == whole.text)
        let narrow = Terminal(outIsTerminal: true, width: 36)
        try table.render(to: narrow)
        #expect(narrow.out.text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 36 })
    }

    @Test func neverCutsAColumnThatIsNotFlexible() throws {
        var table = Table(columns: ["NAME", "B"])
        let long = String(repeating: "n", count: 100)
        table.append(row: [Table.Cell(long), "b"])
        table.append(row: ["n", "b"])
        let output = Output.memory()
        try table.render(to: output, showsHeader: false, width: 40)
        #expect(output.text == long + "   b\nn" + String(repeating: " ", count: 102) + "b\n")
    }

    @Test func cutsACellOfSeveralStylesOnce() throws {
        var table = Table(columns: [.init("STEP", isFlexible: true), "B"], padding: 1)
        table.append { row in
            row.cell("└─")
            row.extend("✔", .green)
            row.extend(" long-name", .bold)
            row.extend(" and more", .red)
            row.cell("b")
        }
        let output = Output.memory()
        try table.render(to: output, showsHeader: false, painter: Painter(enabled: true), width: 10)
        #expect(output.text == "└─\u{1B}[32m✔\u{1B}[0m\u{1B}[1m lon…\u{1B}[0m b\n")
    }

    @Test func fillsTheColumnThatAWideCharacterWouldOverrun() throws {
        var table = Table(columns: [.init("A", isFlexible: true), "B"], padding: 1)
        table.append(row: ["日本語日本語", "b"])
        let output = Output.memory()
        try table.render(to: output, showsHeader: false, width: 10)
        #expect(output.text == "日本語…  b\n")
    }
}
