import TestSupport
import Testing
import WorkflowAPI

/// What users and scripts get when a server fails, for every command that asks one.
@Suite(.timeLimit(.minutes(5))) struct FaultTests {
    /// Everything that fails as a whole when its request does; a deletion takes what is no JSON for a success.
    static let reads = [
        ["list"], ["list", "-o", "json"], ["list", "-o", "jsonl"], ["list", "-o", "name"],
        ["get", "build-1"], ["get", "build-1", "-o", "json"], ["status", "build-1"], ["wait", "build-1"],
        ["template", "list", "-o", "json"], ["template", "get", "build", "-o", "json"],
    ]

    static func writes(_ wfctl: Executable) -> [[String]] {
        [
            ["submit", wfctl.workflow], ["submit", wfctl.workflow, "-o", "json"],
            ["submit", wfctl.workflow, "--wait", "-o", "json"],
            ["submit", "--from", "workflowtemplate/build", "-o", "name"],
            ["template", "create", wfctl.template, "-o", "json"],
        ]
    }

    @Test(arguments: Fault.all) func isSaidOnceWithItsStatusAndNothingOnStdout(_ fault: Fault) async throws {
        let site = try Site(answering: fault.answer)
        for words in Self.reads {
            let result = try await site.wfctl.run(words + ["--no-retry"])
            #expect(result.status == fault.status, "\(words): \(result)")
            #expect(result.out == "", "\(words)")
            #expect(fault.isSaid(in: result.err), "\(words): \(result.err)")
        }
        for words in Self.writes(site.wfctl) {
            let result = try await site.wfctl.run(words + ["--no-retry"])
            #expect(result.status == (fault.mayHideSuccess ? 7 : fault.status), "\(words): \(result)")
            #expect(result.out == "", "\(words)")
            let isSaid = fault.mayHideSuccess ? fault.isSaidToBeOpen(in: result.err) : fault.isSaid(in: result.err)
            #expect(isSaid, "\(words): \(result.err)")
        }
    }

    @Test(
        arguments: Fault.all.filter {
            !["garbage", "not an object", "an answer without a body"].contains($0.testDescription)
        })
    func keepsDeletionsFromLookingDone(_ fault: Fault) async throws {
        let site = try Site(answering: fault.answer)
        for (words, what) in [
            (["delete", "build-1"], "workflow 'build-1'"),
            (["template", "delete", "build"], "workflowtemplate 'build'"),
        ] {
            let result = try await site.wfctl.run(words + ["--no-retry"])
            #expect(result.status == fault.status, "\(words): \(result)")
            #expect(result.out == "", "\(words)")
            #expect(result.err.hasPrefix("wfctl: \(what) was not deleted: "), "\(words)")
            #expect(fault.isSaid(in: result.err), "\(words): \(result.err)")
        }
    }

    /// A log may be plain text, or empty.
    @Test(
        arguments: Fault.all.filter {
            !["plain text as a success", "an answer without a body"].contains($0.testDescription)
        })
    func endsLogs(_ fault: Fault) async throws {
        let site = try Site(answering: fault.answer)
        for words in [["logs", "build-1"], ["logs", "build-1", "-f"]] {
            let result = try await site.wfctl.run(words + ["--no-retry"])
            #expect(result.status == fault.status, "\(words): \(result)")
            #expect(fault.isSaid(in: result.err), "\(words): \(result.err)")
        }
    }

    /// Whatever became of it: a second one could start the work twice.
    @Test(arguments: Fault.all) func aSubmissionIsSentOnce(_ fault: Fault) async throws {
        let site = try Site(answering: fault.answer)
        _ = try await site.wfctl.run("submit", site.wfctl.workflow, "--no-retry")
        #expect(site.server.requests.count { $0.method == "POST" } == 1)
    }

    @Test func aDeletionGoesOnAfterAFailure() async throws {
        let site = try Site()
        for name in ["a", "b", "c"] { site.argo.add(name) }
        site.argo.fail("DELETE /api/v1/workflows/argo/b", with: .error(403, code: 7, "not b"))
        let result = try await site.wfctl.run("delete", "a", "b", "c")
        #expect(result.status == 4)
        #expect(result.out == "Workflow 'a' deleted\nWorkflow 'c' deleted\n")
        #expect(result.err.hasPrefix("wfctl: workflow 'b' was not deleted: not b (credentials: ARGO_TOKEN)\nhint: "))
    }

    @Test func nobodyListens() async throws {
        let port = try DeafPort()
        let wfctl = try Executable(at: port.url, companion: port)
        let err = """
            cannot connect to \(port.authority): connection refused
            hint: check the address ('wfctl context show' tells where it is from) and that the server is up

            """
        for words in Self.reads + Self.writes(wfctl) + [["logs", "build-1"]] {
            let subject = words[0] == "wait" ? "workflow 'build-1': " : ""
            let result = try await wfctl.run(words + ["--no-retry"])
            #expect(result == .init(7, err: "wfctl: " + subject + err), "\(words)")
        }
    }

    /// A manifest's address is no server of workflows: the options for one are no advice.
    @Test func aManifestOnAServerThatIsNotThere() async throws {
        let port = try DeafPort()
        let wfctl = try Executable(companion: port)
        let address = "\(port.url)/wf.yaml"
        let reason = "cannot connect to \(port.authority): connection refused"
        let submitted = try await wfctl.run("submit", "--local", address)
        #expect(submitted == .init(7, err: "wfctl: cannot read '\(address)': \(reason)\n"))
        let linted = try await wfctl.run("lint", "-o", "simple", address, wfctl.workflow)
        #expect(linted.status == 1)
        #expect(linted.out.hasPrefix("\(address): error: cannot be read: \(reason) [unreadable]\n"), "\(linted)")
    }

    @Test func aMissingWorkflowIsNotFound() async throws {
        let site = try Site()
        let err = "workflows.argoproj.io \"build-1\" not found\n"
        for words in [
            ["get", "build-1"], ["get", "build-1", "-o", "json"], ["status", "build-1"], ["logs", "build-1"],
        ] {
            #expect(try await site.wfctl.run(words) == .init(5, err: "wfctl: " + err), "\(words)")
        }
        #expect(try await site.wfctl.run("wait", "build-1") == .init(5, err: "wfctl: workflow 'build-1': " + err))
        #expect(try await site.wfctl.run("delete", "build-1") == .init(0, out: "Workflow 'build-1' not found\n"))
    }

    @Test(arguments: [
        ["list", "-o", "json"], ["get", "build-1"], ["wait", "build-1"], ["delete", "build-1"], ["logs", "build-1"],
    ])
    func anAnswerThatNeverComesEndsWithTheRequestTimeout(_ words: [String]) async throws {
        let site = try Site(answering: .silence)
        let result = try await site.wfctl.run(words + ["--request-timeout", "1s"])
        #expect(result.status == 7)
        #expect(result.out == "")
        #expect(result.err.contains("\(site.server.authority) did not answer within 1 s\n"), "\(result.err)")
        #expect(result.err.hasSuffix("\nhint: allow more time with --request-timeout\n"))
    }

    @Test func aListThatStopsComingPrintsNoHalfArray() async throws {
        let piece = LoopbackAnswer.Part.text(#"{"metadata":{},"items":[{"metadata":{"name":"a"}},"#)
        let site = try Site(answering: LoopbackAnswer(framing: .chunked(), parts: [piece, .untilPeerCloses]))
        let result = try await site.wfctl.run("list", "-o", "json", "--request-timeout", "1s")
        #expect(result.status == 7)
        #expect(result.out == "")
        let lines = try await site.wfctl.run("list", "-o", "jsonl", "--request-timeout", "1s")
        #expect(lines.status == 7)
        // Lines are whole or not there.
        #expect(lines.out == "" || lines.out == #"{"metadata":{"name":"a"}}"# + "\n")
    }

    @Test func severalNamesAreReportedEach() async throws {
        let site = try Site()
        site.argo.add("good")
        let result = try await site.wfctl.run("get", "gone", "good", "lost", "-o", "name")
        #expect(
            result
                == .init(
                    5, out: "good\n",
                    err: """
                        wfctl: workflows.argoproj.io "gone" not found
                        wfctl: workflows.argoproj.io "lost" not found

                        """))
    }

    /// A byte now and then keeps every rule about silence, and never comes to an end.
    @Test func aListThatDripsIsOverWhenItsTimeIs() async throws {
        let drip: [LoopbackAnswer.Part] = (0..<100).flatMap { _ in [.text(" "), .pause(.milliseconds(250))] }
        let site = try Site(
            answering: LoopbackAnswer(
                headers: [.init("Content-Type", "application/json")], framing: .chunked(),
                parts: drip + [.text(#"{"metadata":{},"items":null}"#)]))
        let result = try await site.wfctl.run(["list", "--request-timeout", "6s", "--no-retry"])
        #expect(result.ending == .exited(7), "\(result)")
        #expect(result.err.hasPrefix("wfctl: the list did not come to its end within 6 s"), "\(result)")
    }
}
