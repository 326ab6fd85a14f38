import DocumentKit
import Testing
import WorkflowModel

@testable import WorkflowCommands

/// The reasons that are given for no log line at all.
@Suite struct LogAbsenceTests {
    private static func absence(
        _ phase: String?, container: String = "main", filters: [String] = [], refusal: String? = nil,
        unread: LogAbsence.Unread? = nil
    ) throws -> String {
        let workflow = try phase.map { phase in
            Workflow(
                try JSONReader.read(
                    Array(
                        #"{"status": {"phase": "\#(phase)", "nodes": {"a": {"id": "a", "type": "Pod"}}}}"#.utf8)
                ).root)
        }
        let absence = LogAbsence(
            name: "w", workflow: workflow, container: container, filters: filters, refusal: refusal, unread: unread)
        let start = "no log lines of workflow 'w' to show: "
        #expect(absence.text.hasPrefix(start))
        return String(absence.text.dropFirst(start.count))
    }

    @Test func theServersOwnWordsAreGiven() throws {
        let words = #"pods "p" not found"#
        #expect(try Self.absence("Failed", refusal: words) == words + ", and none was kept")
        #expect(try Self.absence("Failed", filters: ["--grep 'x'"], refusal: "gone") == "gone")
    }

    @Test func keptLogsThatWereNotLookedAtAreNamed() throws {
        #expect(
            try Self.absence("Failed", filters: ["--since 1h"], unread: .init(pods: 2, lack: "times"))
                == "none passes --since 1h; the kept logs of 2 pods were not looked at, having no times")
        #expect(
            try Self.absence("Failed", filters: ["-l a=b"], refusal: "gone", unread: .init(pods: 1, lack: "labels"))
                == "gone; the kept log of one pod was not looked at, having no labels")
    }

    @Test(arguments: [
        ("Running", "main", "its pods have written nothing yet"),
        ("Running", "x", "its pods have written nothing yet, or have no container 'x'"),
        ("Failed", "main", "its pods wrote nothing, or they are gone and their logs were not kept"),
        ("Failed", "x", "its pods wrote nothing, have no container 'x', or they are gone and their logs were not kept"),
    ])
    func aContainerThatMayNotBeThereIsNamed(_ phase: String, _ container: String, _ reason: String) throws {
        #expect(try Self.absence(phase, container: container) == reason)
    }

    @Test func ofARunThatCannotBeSeenNothingIsClaimed() throws {
        #expect(try Self.absence(nil) == "the server sent none")
    }
}
