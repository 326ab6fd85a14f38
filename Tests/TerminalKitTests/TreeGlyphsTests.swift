import TerminalKit
import Testing

@Suite struct TreeGlyphsTests {
    /// The first two columns of a tree with a hidden step of one node, a step of five, a retry and a nested DAG.
    private func drawing(_ glyphs: TreeGlyphs, _ icon: (String) -> String) throws -> String {
        var table = Table(columns: ["STEP", "TEMPLATE"], padding: 2)
        let rows = [
            ("", "✖", "demo", "main"),
            (glyphs.middle + glyphs.only, "✔", "prep", "echo"),
            (glyphs.last + glyphs.first, "✔", "fan(0:a)", "echo"),
            (glyphs.gap + glyphs.middle, "●", "fan(1:b)", "echo"),
            (glyphs.gap + glyphs.middle, "✖", "flaky", "flaky"),
            (glyphs.gap + glyphs.passing + glyphs.middle, "✖", "flaky(0)", "flaky"),
            (glyphs.gap + glyphs.passing + glyphs.last, "✖", "flaky(1)", "flaky"),
            (glyphs.gap + glyphs.middle, "ǁ", "gate", "approve"),
            (glyphs.gap + glyphs.last, "●", "sub", "dag"),
            (glyphs.gap + glyphs.gap + glyphs.middle, "✔", "A", "echo"),
            (glyphs.gap + glyphs.gap + glyphs.last, "○", "B", "echo"),
        ]
        for (prefix, phase, name, template) in rows {
            table.append { row in
                row.cell(" " + prefix)
                row.extend(icon(phase), .green)
                row.extend(" " + name)
                row.cell(template)
            }
        }
        table.append(row: [])
        table.append(row: [Table.Cell(" " + icon("✔") + " demo.onExit"), "cleanup"])
        let output = Output.memory()
        try table.render(to: output)
        return output.text
    }

    @Test func drawsTheTree() throws {
        #expect(
            try drawing(.unicode, { $0 }) == """
                STEP               TEMPLATE
                 ✖ demo            main
                 ├───✔ prep        echo
                 └─┬─✔ fan(0:a)    echo
                   ├─● fan(1:b)    echo
                   ├─✖ flaky       flaky
                   │ ├─✖ flaky(0)  flaky
                   │ └─✖ flaky(1)  flaky
                   ├─ǁ gate        approve
                   └─● sub         dag
                     ├─✔ A         echo
                     └─○ B         echo

                 ✔ demo.onExit     cleanup

                """)
    }

    @Test func drawsTheTreeInASCII() throws {
        #expect(
            try drawing(.ascii, { _ in "*" }) == """
                STEP               TEMPLATE
                 * demo            main
                 |---* prep        echo
                 `-+-* fan(0:a)    echo
                   |-* fan(1:b)    echo
                   |-* flaky       flaky
                   | |-* flaky(0)  flaky
                   | `-* flaky(1)  flaky
                   |-* gate        approve
                   `-* sub         dag
                     |-* A         echo
                     `-* B         echo

                 * demo.onExit     cleanup

                """)
    }
}
