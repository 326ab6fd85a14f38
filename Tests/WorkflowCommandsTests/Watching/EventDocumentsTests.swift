import DocumentKit
import TerminalKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowCommands

@Suite struct EventDocumentsTests {
    @Test(arguments: [
        (
            DocumentFormat.jsonl,
            """
            {"type":"ADDED","object":{"metadata":{"resourceVersion":"1"}}}
            {"type":"MODIFIED","object":{"metadata":{"resourceVersion":"2"}}}
            {"type":"DELETED","object":{"metadata":{"resourceVersion":"2"}}}

            """
        ),
        (
            .yaml,
            """
            type: ADDED
            object:
              metadata:
                resourceVersion: "1"
            ---
            type: MODIFIED
            object:
              metadata:
                resourceVersion: "2"
            ---
            type: DELETED
            object:
              metadata:
                resourceVersion: "2"

            """
        ),
    ])
    func framesEachStateOnce(_ format: DocumentFormat, _ text: String) throws {
        let terminal = Terminal(
            outIsTerminal: false, errIsTerminal: false, inIsTerminal: false, width: 80, usesColor: false,
            usesColorOnErr: false)
        let events = EventDocuments(runs: 1, as: format, in: CommandHarness().context(terminal))
        for version in [1, 1, 2] {
            let text = #"{"metadata": {"resourceVersion": "\#(version)"}}"#
            try events.show(Workflow(try JSONReader.read(Array(text.utf8)).root), at: 0)
        }
        try events.showDeletion(at: 0)
        #expect(terminal.out.text == text)
    }
}
