import TestSupport
import Testing

/// What servers say is data: it never drives a terminal, and nothing of it is hidden by being broken.
@Suite(.timeLimit(.minutes(5))) struct HostileTextTests {
    static let name = #"evil\u001b]0;owned\u0007\u202e\r\u0000\u009bx"#
    static let workflow = """
        {"metadata": {"name": "\(name)", "namespace": "argo", "uid": "1"},
         "spec": {"arguments": {"parameters": [{"name": "\(name)", "value": "\(name)"}]}},
         "status": {"phase": "Fa\\u001b[2Jiled", "message": "\(name)\\nsecond line", "progress": "\(name)",
           "nodes": {"n": {"id": "n", "name": "\(name)", "displayName": "\(name)", "type": "Pod", "phase": "Failed",
             "message": "\(name)"}}}}
        """

    static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            scalar != "\n" && (scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || scalar == "\u{202E}")
        }
    }

    static let commands = [
        ["list"], ["list", "-o", "wide"], ["list", "-o", "name"], ["get", "build-1"], ["get", "build-1", "-o", "wide"],
        ["status", "build-1"], ["submit", "-"], ["template", "get", "build"], ["template", "list"],
        ["version", "--with-server"], ["delete", "build-1", "--dry-run"],
    ]

    @Test(arguments: commands) func controlCharactersOfAServerAreMadeVisible(_ words: [String]) async throws {
        let site = try Site(answering: Self.answer)
        let manifest =
            #"{"kind":"Workflow","metadata":{"generateName":"a-"},"spec":{"workflowTemplateRef":{"name":"x"}}}"#
        let result = try await site.wfctl.run(words, input: manifest)
        #expect(result.out != "")
        #expect(!Self.hasControls(result.out), "\(result.out.debugDescription)")
        #expect(!Self.hasControls(result.err), "\(result.err.debugDescription)")
    }

    /// A list, an object and a version at once.
    static let answer = LoopbackAnswer.json(
        #"{"items": [\#(workflow)], "version": "\#(name)", "platform": "\#(name)", "# + workflow.dropFirst())

    @Test func controlCharactersOfAnErrorAreMadeVisible() async throws {
        let site = try Site(answering: .json(#"{"code": 2, "message": "\#(Self.name)"}"#, status: 500))
        for words in [["list"], ["wait", "a\u{1B}[1m"], ["delete", "a\u{1B}[1m"], ["list", "-v"]] {
            let result = try await site.wfctl.run(words)
            #expect(result.status == 7)
            #expect(result.err.contains(#"evil\x1b]0;owned\x07\u{202e}"#), "\(result.err)")
            #expect(!Self.hasControls(result.err), "\(result.err.debugDescription)")
        }
    }

    @Test func jsonKeepsThemEscaped() async throws {
        let site = try Site(answering: .json(Self.workflow))
        let result = try await site.wfctl.run("get", "build-1", "-o", "json")
        #expect(result.status == 0)
        #expect(result.out.contains(#"evil\u001b]0;owned\u0007"#))
        #expect(!result.out.contains("\u{1B}"))
    }

    @Test func logsPassThemIntoAPipeAndShowThemOnATerminal() async throws {
        let site = try Site()
        site.argo.add("build-1")
        site.argo.log("build-1", pod: "p", "\u{1B}[31mred\u{1B}[0m")
        let piped = try await site.wfctl.run("logs", "build-1")
        #expect(piped == .init(0, out: "p: \u{1B}[31mred\u{1B}[0m\n"))
        let shown = try site.wfctl.startAtTerminal(["logs", "build-1", "--color", "never"])
        #expect(try await shown.result().status == 0)
        #expect(shown.screen.text == "p: \\x1b[31mred\\x1b[0m\n")
        let raw = try site.wfctl.startAtTerminal(["logs", "build-1", "--color", "never", "--raw"])
        #expect(try await raw.result().status == 0)
        #expect(raw.screen.text == "p: \u{1B}[31mred\u{1B}[0m\n")
    }

    @Test(arguments: [
        #"{"items": [7, null, "x", [], {"metadata": []}, {"metadata": {"name": 7}, "status": {"phase": 4, "nodes": []}}]}"#,
        #"{"metadata": 7, "items": [{"spec": [], "status": [1], "metadata": {"labels": "x", "name": "b"}}]}"#,
        #"{"metadata": {"continue": 9, "remainingItemCount": "many"}, "items": [{"metadata": {"name": "b"}}]}"#,
    ])
    func wrongTypesCrashNothingAndHideNothing(_ json: String) async throws {
        let site = try Site(answering: .json(json))
        let items = json.contains("null") ? 6 : 1
        let list = try await site.wfctl.run("list", "--no-headers")
        #expect(list.status == 0)
        #expect(list.out.split(separator: "\n").count == items)
        let lines = try await site.wfctl.run("list", "-o", "jsonl")
        #expect(lines.status == 0)
        #expect(lines.out.split(separator: "\n").count == items)
        #expect(try await site.wfctl.run("template", "list").status == 0)
        // None of it is one object, and the last could be: what there is of it is shown.
        let status: Int32 = json.contains("continue") ? 0 : 1
        for words in [["get", "b"], ["get", "b", "-o", "wide"], ["template", "get", "b"]] {
            #expect(try await site.wfctl.run(words).status == status, "\(words)")
        }
    }
}
