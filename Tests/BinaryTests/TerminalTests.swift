import TestSupport
import Testing
import WorkflowModel

/// What differs when somebody is watching: colour, width, questions.
@Suite(.timeLimit(.minutes(5))) struct TerminalTests {
    static let escape = "\u{1B}["

    /// A site with a failed run that has much to say.
    static func site(_ environment: [String: String] = [:]) throws -> Site {
        var site = try Site()
        site.argo.add("good")
        site.argo.add(
            workflow: """
                {"metadata": {"name": "bad", "namespace": "argo", "uid": "b", "creationTimestamp": "2026-01-01T00:00:00Z"},
                 "status": {"phase": "Failed", "message": "\(String(repeating: "very ", count: 20))long",
                   "nodes": {"bad": {"id": "bad", "name": "bad", "displayName": "bad", "type": "Pod", "phase": "Failed"}}}}
                """)
        site.wfctl.environment.merge(["TERM": "xterm"].merging(environment) { $1 }) { $1 }
        return site
    }

    /// A way to be called, and whether the output is coloured then.
    struct Wish: Sendable, CustomTestStringConvertible {
        var words: [String] = []
        var environment: [String: String] = [:]
        var inPipe: Bool
        var onTerminal: Bool

        var testDescription: String { "\(words) \(environment)" }
    }

    @Test(arguments: [
        Wish(inPipe: false, onTerminal: true),
        Wish(words: ["--color", "always"], inPipe: true, onTerminal: true),
        Wish(words: ["--color", "never"], inPipe: false, onTerminal: false),
        Wish(words: ["--no-color"], inPipe: false, onTerminal: false),
        Wish(environment: ["NO_COLOR": "1"], inPipe: false, onTerminal: false),
        Wish(environment: ["NO_COLOR": ""], inPipe: false, onTerminal: true),
        Wish(environment: ["CLICOLOR_FORCE": "1"], inPipe: true, onTerminal: true),
        Wish(environment: ["CLICOLOR_FORCE": "0"], inPipe: false, onTerminal: true),
        Wish(environment: ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], inPipe: false, onTerminal: false),
        Wish(words: ["--color", "always"], environment: ["NO_COLOR": "1"], inPipe: true, onTerminal: true),
        Wish(environment: ["TERM": "dumb"], inPipe: false, onTerminal: false),
    ])
    func colourFollowsTheWishOfTheUser(_ wish: Wish) async throws {
        let site = try Self.site(wish.environment)
        for command in [["list"], ["get", "bad"]] {
            let piped = try await site.wfctl.run(command + wish.words)
            #expect(piped.status == 0)
            #expect(piped.out.contains(Self.escape) == wish.inPipe, "\(command)")
            let watched = try site.wfctl.startAtTerminal(command + wish.words)
            #expect(try await watched.result().status == 0)
            #expect(watched.screen.text.contains(Self.escape) == wish.onTerminal, "\(command)")
        }
    }

    @Test func aPipeHasNoColourThoughErrorsGoToATerminal() async throws {
        let site = try Self.site()
        let process = try site.wfctl.start(
            ["list"], err: .terminal, terminal: try PseudoTerminal(columns: 40))
        let result = try await process.result()
        #expect(result.status == 0)
        #expect(!result.out.contains(Self.escape))
        #expect(result.out.contains("very very long"))
    }

    @Test func machineFormatsHaveNoColourAndAreNotCut() async throws {
        let site = try Self.site()
        for format in ["name", "json", "jsonl"] {
            let piped = try await site.wfctl.run("list", "-o", format)
            let watched = try site.wfctl.startAtTerminal(["list", "-o", format], columns: 20)
            #expect(try await watched.result().status == 0)
            #expect(watched.screen.text == piped.out)
        }
    }

    @Test(arguments: [UInt16(60), 80, 200]) func tablesFitTheTerminalOnly(_ columns: UInt16) async throws {
        let site = try Self.site()
        let watched = try site.wfctl.startAtTerminal(["list", "--no-color"], columns: columns)
        #expect(try await watched.result().status == 0)
        let widths = watched.screen.text.split(separator: "\n").map(\.count)
        #expect(widths.count == 3)
        #expect(widths.max() ?? 0 <= Int(columns))
        #expect(watched.screen.text.contains("…") == (columns < 150))
        let piped = try await site.wfctl.run("list")
        #expect(piped.out.contains("very long"))
        #expect(!piped.out.contains("…"))
    }

    @Test func theUsersColumnsWin() async throws {
        let site = try Self.site(["COLUMNS": "60"])
        let watched = try site.wfctl.startAtTerminal(["list", "--no-color"], columns: 200)
        #expect(try await watched.result().status == 0)
        #expect(watched.screen.text.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }

    @Test(arguments: [
        ("y\n", true), ("yes\n", true), ("n\n", false), ("\n", false), ("maybe\n", false), ("\u{4}", false),
    ])
    func deletionsAreConfirmedOnATerminal(_ answer: String, _ agrees: Bool) async throws {
        let site = try Self.site()
        let process = try site.wfctl.startAtTerminal(["delete", "good", "bad"])
        try await process.screen.wait(for: "[y/N] ")
        #expect(site.argo.workflows.count == 2)
        process.type(answer)
        #expect(try await process.result().status == (agrees ? 0 : 1))
        #expect(site.argo.workflows.isEmpty == agrees)
        let text = process.screen.text
        #expect(text.hasPrefix("These 2 workflows would be deleted:\n  good\n  bad\nDelete them? [y/N] "))
        let ending =
            agrees ? "Workflow 'good' deleted\nWorkflow 'bad' deleted\n" : "\nhint: answer 'y', or give --yes\n"
        #expect(text.hasSuffix(ending), "\(text)")
    }

    @Test func ctrlCAtTheQuestionDeletesNothing() async throws {
        let site = try Self.site()
        let process = try site.wfctl.startAtTerminal(["delete", "good", "bad"])
        try await process.screen.wait(for: "[y/N] ")
        process.type("\u{3}")
        #expect(try await process.result().ending == .exited(130))
        #expect(site.argo.workflows.count == 2)
    }

    @Test func nobodyIsAskedInAScript() async throws {
        let site = try Self.site()
        let result = try await site.wfctl.run(["delete", "good", "bad"], input: "n\n")
        #expect(result == .init(0, out: "Workflow 'good' deleted\nWorkflow 'bad' deleted\n"))
        #expect(site.argo.workflows.isEmpty)
    }

    @Test func oneWorkflowGoesWithoutAQuestion() async throws {
        let site = try Self.site()
        let process = try site.wfctl.startAtTerminal(["delete", "good"])
        #expect(try await process.result().status == 0)
        #expect(process.screen.text == "Workflow 'good' deleted\n")
    }

    @Test func theWholeClusterNeedsAYesEvenInAScript() async throws {
        let site = try Self.site()
        let refused = try await site.wfctl.run(["delete", "--all", "-A"], input: "y\n")
        #expect(refused.status == 2)
        #expect(site.argo.requests.isEmpty)
        let result = try await site.wfctl.run("delete", "--all", "-A", "--yes")
        #expect(result == .init(0, out: "Workflow 'argo/good' deleted\nWorkflow 'argo/bad' deleted\n"))
    }
}
