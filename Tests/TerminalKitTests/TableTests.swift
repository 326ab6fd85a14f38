import TerminalKit
import Testing

@Suite struct TableTests {
    @Test func alignsWideTextAndNeverPadsTheLastColumn() throws {
        var table = Table(columns: ["NAME", "STATUS", "MESSAGE"])
        table.append(row: ["日本", Table.Cell("Running", .cyan), ""])
        table.append(row: ["a\nb", "Failed", "exit code 1"])
        let output = Output.memory()
        try table.render(to: output)
        #expect(
            output.text == """
                NAME   STATUS    MESSAGE
                日本   Running
                a\\nb   Failed    exit code 1

                """)
    }
}
