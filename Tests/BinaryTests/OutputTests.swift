import Foundation
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// Where output goes when it does not go into a good pipe.
@Suite(.timeLimit(.minutes(5))) struct OutputTests {
    /// More workflows than a pipe holds.
    static let crowd = LoopbackAnswer.json(
        #"{"metadata": {}, "items": ["#
            + (0..<3_000).map { #"{"metadata": {"name": "workflow-with-a-long-name-\#($0)"}}"# }.joined(separator: ",")
            + "]}")

    @Test(arguments: ["table", "name", "json", "jsonl"], [0, 1, 100])
    func aReaderThatHasSeenEnoughIsNoFailure(_ format: String, _ bytes: Int) async throws {
        let site = try Site(answering: Self.crowd)
        let result = try await site.wfctl.run(["list", "-o", format], out: .cut(after: bytes))
        #expect(result.ending == .exited(0))
        #expect(result.err == "")
        #expect(result.out.utf8.count == bytes)
    }

    @Test func aListThatNeverEndsEndsWithItsReader() async throws {
        let item = Array((#"{"metadata": {"name": "a-workflow-that-comes-again-and-again"}},"#).utf8)
        let site = try Site(
            answering: LoopbackAnswer(
                headers: [.init("Content-Type", "application/json")], framing: .chunked(),
                parts: [.text(#"{"metadata": {}, "items": ["#), .repeated(item, count: 5_000), .untilPeerCloses]))
        // A list in one piece keeps no account of what came before.
        let words = ["list", "-o", "jsonl", "--chunk-size", "0"]
        let result = try await site.wfctl.run(words, out: .cut(after: 10))
        #expect(result.ending == .exited(0))
        #expect(result.err == "")
    }

    @Test func aFollowedLogEndsWithItsReader() async throws {
        let site = try Site()
        let hasRead = Gate()
        site.argo.add("build-1", phase: .running)
        site.argo.log("build-1", pod: "p", "first")
        let second = #"data: {"result": {"content": "second", "podName": "p"}}"# + "\n\n"
        site.argo.endStreams(of: "build-1", with: .wait(hasRead), .text(second), .untilPeerCloses)
        let process = try site.wfctl.start(["logs", "build-1", "-f"], out: .cut(after: 9))
        try await process.out.wait(for: "p: first\n")
        try await process.out.end()
        hasRead.open()
        #expect(try await process.result() == .init(0, out: "p: first\n"))
    }

    /// Nothing more is written, so no write tells that the reader has gone.
    @Test(
        arguments: [
            (["logs", "build-1", "-f"], 0), (["logs", "build-1", "-f", "--exit-status"], 141),
            (["submit", "WORKFLOW", "--log", "-o", "name"], 141), (["watch", "build-1"], 141),
        ] as [([String], Int32)])
    func aReaderThatLeavesASilentServerIsMissed(_ words: [String], _ status: Int32) async throws {
        let site = try Site()
        if words[0] != "submit" { site.argo.add("build-1", phase: .running) }
        site.argo.log("build-1", pod: "p", "first")
        site.argo.endStreams(of: "build-1", with: .untilPeerCloses)
        let words = words.map { $0 == "WORKFLOW" ? site.wfctl.workflow : $0 }
        let process = try site.wfctl.start(words, out: .cut(after: 7))
        try await process.out.end()
        let result = try await process.result()
        #expect(result.ending == .exited(status) && result.err == "", "\(result)")
    }

    @Test func helpIntoAClosedPipeIsNoFailure() async throws {
        let wfctl = try Executable()
        #expect(try await wfctl.run(["help", "--man"], out: .cut(after: 0)) == .init(0))
    }

    @Test func aFailureStaysOneWhenNobodyReadsTheOutput() async throws {
        let site = try Site()
        let result = try await site.wfctl.run(["get", "gone"], out: .cut(after: 0))
        #expect(result == .init(5, err: "wfctl: workflows.argoproj.io \"gone\" not found\n"))
    }

    @Test func aFailedRunStaysOneWhenNobodyReadsHowItEnded() async throws {
        let site = try Site()
        // More than a pipe holds.
        let fill = String(repeating: "x", count: 200_000)
        site.argo.add(
            workflow: """
                {"metadata": {"name": "build-1", "namespace": "argo", "annotations": {"fill": "\(fill)"}},
                 "status": {"phase": "Failed", "finishedAt": "2026-01-02T03:04:05Z"}}
                """)
        let result = try await site.wfctl.run(["wait", "build-1", "-o", "json"], out: .cut(after: 10))
        #expect(result.ending == .exited(3), "\(result.err)")
    }

    /// The run goes on when nobody reads any more: whatever the status is, it must not be that of a success.
    @Test(arguments: [
        ["watch", "build-1"], ["watch", "build-1", "-o", "jsonl"], ["submit", "WORKFLOW", "--watch"],
        ["submit", "WORKFLOW", "--log", "-o", "name"], ["logs", "build-1", "-f", "--exit-status"],
        ["logs", "build-1", "-f", "--exit-status", "-c", "all"],
    ])
    func aReaderThatLeavesARunLearnsNothingOfItsEnd(_ words: [String]) async throws {
        let site = try Site()
        if words[0] != "submit" { site.argo.add("build-1", phase: .running) }
        site.argo.log("build-1", pod: "p", "first")
        site.argo.endStreams(of: "build-1", with: .untilPeerCloses)
        let words = words.map { $0 == "WORKFLOW" ? site.wfctl.workflow : $0 }
        #expect(try await site.wfctl.run(words, out: .cut(after: 0)) == .init(141))
    }

    @Test(arguments: [
        ["watch", "build-1"], ["watch", "build-1", "-o", "jsonl"], ["logs", "build-1", "-f", "--exit-status"],
        ["status", "build-1"],
    ])
    func aRunThatIsKnownToHaveFailedHas(_ words: [String]) async throws {
        let site = try Site()
        site.argo.add("build-1", phase: .failed)
        site.argo.log("build-1", pod: "p", "first")
        #expect(try await site.wfctl.run(words, out: .cut(after: 0)).ending == .exited(3))
    }

    @Test func aFailedRunIsNamedWhereItsLineIsNotRead() async throws {
        let site = try Site()
        site.argo.add("build-1", phase: .failed)
        let result = try await site.wfctl.run(["wait", "build-1"], out: .cut(after: 0))
        #expect(result == .init(3, err: "wfctl: workflow 'build-1' ended Failed\n"))
    }

    /// Who waits for the end does so whoever reads of it.
    @Test func aSubmissionIsWaitedForWhoeverReads() async throws {
        let site = try Site()
        site.argo.endStreams(of: "build-1", with: .untilPeerCloses)
        site.argo.change(
            of: "build-1",
            to: #"{"metadata": {"name": "build-1", "resourceVersion": "9999"}, "status": {"phase": "Failed"}}"#)
        let result = try await site.wfctl.run(["submit", site.wfctl.workflow, "--wait"], out: .cut(after: 0))
        #expect(result.ending == .exited(3), "\(result)")
    }

    @Test func whatIsToBeDoneIsDoneWhoeverReads() async throws {
        let site = try Site()
        for name in ["a", "b"] { site.argo.add(name) }
        #expect(try await site.wfctl.run(["delete", "a", "b"], out: .cut(after: 0)) == .init(0))
        #expect(site.argo.workflows.isEmpty)
        for name in ["a", "b"] { site.argo.add(name, phase: .running) }
        #expect(try await site.wfctl.run(["stop", "a", "b"], out: .cut(after: 0)) == .init(0))
        #expect(site.argo.requests.count { $0.path.hasSuffix("/stop") } == 2)
        #expect(try await site.wfctl.run(["submit", site.wfctl.workflow], out: .cut(after: 0)) == .init(0))
    }

    @Test func findingsThatNobodyReadsAreNoPraise() async throws {
        let site = try Site()
        let step = #"{"name": "NAME", "container": {"image": "busybox", "comand": ["true"]}}"#
        let steps = (0..<2_000).map { step.replacing("NAME", with: "step-\($0)") }.joined(separator: ",")
        try site.wfctl.home.write(
            """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow", "metadata": {"name": "a"},
             "spec": {"entrypoint": "step-0", "templates": [\(steps)]}}
            """, to: "many.json")
        let words = ["lint", site.wfctl.home.path + "/many.json"]
        #expect(try await site.wfctl.run(words, out: .cut(after: 10)).ending == .exited(141))
    }

    @Test func aVanishedReaderOfErrorsChangesNothing() async throws {
        let site = try Site()
        #expect(try await site.wfctl.run(["get", "gone"], err: .cut(after: 0)) == .init(5))
        site.argo.add("here")
        #expect(
            try await site.wfctl.run(["get", "here", "-o", "name", "-v"], err: .cut(after: 0))
                == .init(0, out: "here\n"))
    }

    /// Who has read enough does not call the order off.
    @Test(arguments: [["delete"], ["stop"]]) func whatWasOrderedIsDoneWithoutAReader(_ words: [String]) async throws {
        let site = try Site()
        let names = (1...3).map { "w\($0)" }
        for name in names { site.argo.add(name, phase: .running) }
        #expect(try await site.wfctl.run(words + names, out: .cut(after: 0)) == .init(0))
        #expect(site.server.requests.filter { $0.method != "GET" }.count == 3)
    }

    #if os(Linux)
        @Test(arguments: [
            ["version"], ["--help"], ["help", "--man"], ["list"], ["list", "-o", "json"], ["get", "build-1"],
            ["status", "build-1"], ["submit", "--dry-run", "WORKFLOW"],
        ])
        func aFullDiskIsSaidOnceAndFails(_ words: [String]) async throws {
            let site = try Site()
            site.argo.add("build-1", phase: .failed)
            let files = words.map { $0 == "WORKFLOW" ? site.wfctl.workflow : $0 }
            let result = try await site.wfctl.run(files, out: .file("/dev/full"))
            #expect(result == .init(1, err: "wfctl: cannot write the output: no space left on device\n"))
        }

        /// What was done cannot be undone by looking at a status; the rest is not begun.
        @Test(arguments: [
            (["delete", "a", "b", "c"], "workflow 'a' was deleted", "'b', 'c'"),
            (["stop", "a", "b"], "workflow 'a' was stopped", "'b'"),
            (["terminate", "a"], "workflow 'a' was terminated", ""),
            (["suspend", "a"], "workflow 'a' was suspended", ""),
            (["submit", "WORKFLOW"], "workflow 'build-1' was submitted", ""),
            (["submit", "WORKFLOW", "OTHER", "-o", "name"], "workflow 'build-1' was submitted", "'build-2'"),
            (["submit", "WORKFLOW", "OTHER", "-o", "json"], "workflow 'build-1' was submitted", "'build-2'"),
            (["submit", "WORKFLOW", "--wait", "-o", "json"], "workflow 'build-1' was submitted", ""),
            (["submit", "--from", "workflowtemplate/stored", "--name", "x"], "workflow 'x' was submitted", ""),
            (["template", "create", "TEMPLATE"], "workflow template 'build' was created", ""),
            (["template", "delete", "stored"], "workflowtemplate 'stored' was deleted", ""),
        ])
        func aFullDiskDoesNotHideWhatWasDone(_ words: [String], _ deed: String, _ rest: String) async throws {
            let site = try Site()
            for name in ["a", "b", "c"] { site.argo.add(name, phase: .running) }
            site.argo.add(
                .workflowTemplate,
                #"{"metadata": {"name": "stored", "namespace": "argo"}, "spec": {"entrypoint": "main"}}"#)
            let over =
                #"{"metadata": {"name": "build-1", "namespace": "argo"}, "status": {"phase": "Succeeded"}}"#
            let event = #"data: {"result": {"type": "MODIFIED", "object": \#(over)}}"# + "\n\n"
            site.argo.endStreams(of: "build-1", with: .text(event), .untilPeerCloses)
            let other = try String(contentsOfFile: site.wfctl.workflow, encoding: .utf8)
                .replacing(#""build-1""#, with: #""build-2""#)
            let files = [
                "WORKFLOW": site.wfctl.workflow, "TEMPLATE": site.wfctl.template,
                "OTHER": try site.wfctl.home.write(other, to: "other.json"),
            ]
            let result = try await site.wfctl.run(words.map { files[$0] ?? $0 }, out: .file("/dev/full"))
            let hint = rest.isEmpty ? "" : "hint: left alone: \(rest)\n"
            #expect(
                result
                    == .init(1, err: "wfctl: \(deed), but: cannot write the output: no space left on device\n" + hint))
            #expect(site.server.requests.filter { $0.method != "GET" }.count == 1)
        }

        @Test func aFullDiskDoesNotHideWhatBecameOfAContext() async throws {
            let wfctl = try Executable()
            for (words, deed) in [
                (["set", "a", "-s", "argo.test"], "context 'a' was created"),
                (["use", "a"], "context 'a' is used from now on"),
                (["rename", "a", "b"], "context 'a' is called 'b' now"),
            ] {
                let result = try await wfctl.run(["context"] + words, out: .file("/dev/full"))
                let reason = "cannot write the output: no space left on device"
                #expect(result == .init(1, err: "wfctl: \(deed), but: \(reason)\n"))
            }
            #expect(try await wfctl.run("context", "list", "-o", "name").out == "b\n")
        }

        @Test func aFullDiskUnderTheErrorsChangesNothing() async throws {
            let site = try Site()
            #expect(try await site.wfctl.run(["get", "gone"], err: .file("/dev/full")) == .init(5))
        }
    #endif

    @Test func aClosedOutputFailsAndNoConnectionTakesItsPlace() async throws {
        let site = try Site()
        site.argo.add("build-1")
        let result = try await site.wfctl.run(["list", "-o", "json"], out: .closed)
        #expect(result == .init(1, err: "wfctl: cannot write the output: bad file descriptor\n"))
        #expect(site.server.requests.count == 1)
        let silent = try await site.wfctl.run(["list", "-o", "json"], out: .closed, err: .closed)
        #expect(silent == .init(1))
        let missing = try await site.wfctl.run(["get", "gone", "build-1", "-o", "name"], err: .closed)
        #expect(missing == .init(5, out: "build-1\n"))
    }

    @Test func anInputThatNobodyReadsIsNoFailure() async throws {
        let result = try await Executable().run(
            ["version", "--short"], input: String(repeating: "x", count: 1_000_000))
        #expect(result.status == 0)
    }

    @Test func aClosedInputIsSaid() async throws {
        let site = try Site()
        let result = try await site.wfctl.start(["submit", "-"], input: .closed).result()
        #expect(result.status == 2)
        #expect(result.err.hasPrefix("wfctl: cannot read 'standard input': "), "\(result.err)")
        #expect(site.server.requests.isEmpty)
    }
}
