import DocumentKit
import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

@testable import WorkflowCommands

/// What `logs` prints of what a server sends.
@Suite struct LogsCommandTests {
    /// The server counts ages in whole seconds, by a clock that may be ahead or behind.
    @Test(arguments: [-500, -5, 0, 5, 500]) func linesBeginWithTheVeryMomentThatIsAskedFor(_ clockError: Int) async {
        let harness = CommandHarness()
        harness.argo.change { $0.clockError = .seconds(clockError) }
        harness.argo.add("job")
        let moment = Timestamp(seconds: 1_767_323_000)
        for milliseconds in [-3_000, -1, 0, 1, 900] {
            harness.argo.log("job", pod: "p", at: moment + .milliseconds(milliseconds), "at \(milliseconds)")
        }
        let result = await harness.run("logs", "job", "--since-time", "2026-01-02T03:03:20Z")
        #expect(result == .init(.success, out: "p: at 0\np: at 1\np: at 900\n"))
    }

    /// As argo and kubectl spell it.
    @Test func aTailOfMinusOneLeavesOutNothing() async {
        let harness = CommandHarness()
        harness.argo.add("job")
        for line in ["a", "b", "c"] { harness.argo.log("job", pod: "p", line) }
        #expect(await harness.run("logs", "job", "--tail", "-1") == .init(.success, out: "p: a\np: b\np: c\n"))
        #expect(await harness.run("logs", "job", "--tail=1") == .init(.success, out: "p: c\n"))
    }

    /// Of what it does not keep a server says 404 in plain words, which is no wrong address.
    @Test func aKeptLogThatIsNotThereIsNotFound() async {
        let harness = CommandHarness()
        harness.argo.add(
            workflow: """
                {"metadata": {"name": "job", "namespace": "argo", "uid": "u",
                              "annotations": {"workflows.argoproj.io/pod-name-format": "v1"}},
                 "status": {"phase": "Succeeded", "nodes": {"x": {"id": "x", "name": "x", "type": "Pod",
                   "phase": "Succeeded", "outputs": {"artifacts": [{"name": "main-logs", "s3": {}}]}}}}}
                """)
        let missing = FakeArgoServer.Fault.answer(.text("Not Found", status: 404))
        harness.argo.fail("GET /artifacts/argo/job/x/main-logs", with: missing)
        harness.argo.fail("GET /artifacts-by-uid/u/x/main-logs", with: missing)
        let result = await harness.run("logs", "job")
        #expect(result.status == .notFound && result.out == "", "\(result)")
        #expect(result.err.contains("the kept log of pod 'x': the server does not have it, or not yet"), "\(result)")
        #expect(!result.err.contains("base path"), "\(result)")
    }

    /// A run that keeps the logs of two pods, with some lines that match in one of them.
    private static func keepingRun(lines: Int) -> CommandHarness {
        let harness = CommandHarness()
        let nodes = ["a", "b"].map {
            #""\#($0)":{"id":"\#($0)","name":"\#($0)","displayName":"\#($0)","type":"Pod","phase":"Succeeded","#
                + #""outputs":{"artifacts":[{"name":"main-logs","s3":{}}]}}"#
        }
        harness.argo.add(
            workflow: #"{"metadata":{"name":"job","namespace":"argo","uid":"u","#
                + #""annotations":{"workflows.argoproj.io/pod-name-format":"v1"}},"#
                + #""status":{"phase":"Succeeded","nodes":{\#(nodes.joined(separator: ","))}}}"#)
        for pod in ["a", "b"] {
            let log = (1...10).map { "\(pod)\($0)" + (pod == "a" && [1, 3, 5].contains($0) ? " err" : "") }
            for line in log.prefix(lines) { harness.argo.log("job", pod: pod, line) }
            harness.argo.keep(log.joined(separator: "\n") + "\n", as: "artifacts/argo/job/\(pod)/main-logs")
        }
        return harness
    }

    /// Neither those of the steps that are asked for, nor those of the whole run.
    @Test(arguments: [
        (["a", "--tail", "4"], "err"), (["-f", "--exit-status"], "nomatch"), (["--node", "a,b", "-f"], "nomatch"),
        (["-c", "all", "--tail", "4"], "err"),
    ])
    func aPodThatIsThereAndHasNoLineThatMatchesIsNotGone(_ words: [String], _ pattern: String) async {
        let result = await Self.keepingRun(lines: 10).run(["logs", "job"] + words + ["--grep", pattern])
        #expect(
            result
                == .init(
                    .success,
                    err: "wfctl: no log lines of workflow 'job' to show: none passes --grep '\(pattern)'\n"))
    }

    @Test(arguments: [("4", ""), ("6", "a5 err\n"), ("8", "a3 err\na5 err\n")])
    func thePatternIsLookedForInTheEndOfALogThatIsKept(_ tail: String, _ lines: String) async {
        let harness = Self.keepingRun(lines: 0)
        let result = await harness.run("logs", "job", "a", "--tail", tail, "--grep", "err")
        #expect(result.out == lines)
        #expect(result.err.contains("pod 'a' is gone") == !lines.isEmpty)
        #expect(result.status == .success)
        let live = await Self.keepingRun(lines: 10).run("logs", "job", "a", "--tail", tail, "--grep", "err")
        #expect(live.out == lines)
    }

    @Test func theTimeThatIsUpTellsWhatIsKnown() {
        let known: [(RunKnowledge, String)] = [
            (.none, "the time is up before workflow 'w' could be looked at"),
            (.goesOn, "the time is up and workflow 'w' is not over"),
            (
                .outOfReach("no answer came"),
                "the time is up, and workflow 'w', which was not over, cannot be looked at: no answer came"
            ),
            (.over, "the time is up before everything of workflow 'w', which is over, has come"),
        ]
        for (knowledge, message) in known {
            let diagnostic = Diagnostic(
                timeIsUpFor: WorkflowReference(namespace: "argo", name: "w"), knowing: knowledge, command: "wait",
                WayBack())
            #expect(diagnostic.message == message)
            #expect(diagnostic.hint?.hasPrefix("it goes on; ") == (knowledge == .goesOn))
        }
    }

    @Test func whatIsOutOfReachGoesOnWhenItIsSeenAgain() throws {
        let runs = OpenRuns([.init(namespace: "argo", name: "w")], areKnown: false)
        runs.lose(0, to: "no answer came")
        #expect(runs.knowledge(at: 0) == .none)
        #expect(!runs.openGoOn)
        func state(_ phase: String) throws -> Workflow {
            Workflow(try JSONReader.read(Array(#"{"status": {"phase": "\#(phase)"}}"#.utf8)).root)
        }
        runs.see(try state("Running"), at: 0)
        runs.lose(0, to: "no answer came")
        #expect(runs.knowledge(at: 0) == .outOfReach("no answer came"))
        runs.see(try state("Failed"), at: 0)
        #expect(runs.knowledge(at: 0) == .over)
    }
}
