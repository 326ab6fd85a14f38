import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowCommands

@Suite struct SubmitCommandTests {
    static let manifest = """
        {"kind": "Workflow", "metadata": {"generateName": "hello-"},
         "spec": {"entrypoint": "m", "templates": [{"name": "m", "container": {"image": "busybox"}}]}}
        """

    @Test(arguments: [["--name", ""], ["--generate-name="], ["--entrypoint", "", "--serviceaccount="]])
    func anEmptyOverrideIsNone(_ words: [String]) async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        let result = await harness.run(["submit", "wf.json", "--dry-run", "-o", "jsonl"] + words)
        let plain = await harness.run("submit", "wf.json", "--dry-run", "-o", "jsonl")
        #expect(result == plain)
        #expect(plain.status == .success)
    }

    @Test(arguments: [
        FakeArgoServer.Fault.cut(after: 0), .cut(after: 20), .lost(.silence), .lost(.html("<html>", status: 502)),
        .error(503, code: 14, "later"), .html(200),
    ])
    func aLostAnswerIsMadeGoodInSilence(_ fault: FakeArgoServer.Fault) async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        harness.argo.fail("POST /api/v1/workflows/argo", with: fault)
        let result = await harness.run("submit", "wf.json", "-o", "name")
        let names = harness.argo.workflows.compactMap { $0[path: "metadata", "name"]?.string }
        #expect(names.count == 1)
        #expect(result == .init(.success, out: names.map { $0 + "\n" }.joined()))
    }

    private static func twoRuns() -> CommandHarness {
        var harness = CommandHarness()
        harness.files["a.json"] = manifest.replacing(#""generateName": "hello-""#, with: #""name": "a""#)
        harness.files["b.json"] = manifest.replacing(#""generateName": "hello-""#, with: #""name": "b""#)
        return harness
    }

    /// The kept log of the first run is refused, which says nothing of the second.
    @Test func aFaultOfOneLogLeavesTheOthers() async {
        let harness = Self.twoRuns()
        let node = #""nodes":{"x":{"id":"x","name":"x","type":"Pod","phase":"Succeeded","#
        let kept = node + #""outputs":{"artifacts":[{"name":"main-logs","s3":{}}]}}}"#
        for name in ["a", "b"] {
            let format = #""annotations":{"workflows.argoproj.io/pod-name-format":"v1"}"#
            let state =
                #"{"metadata":{"name":"\#(name)","namespace":"argo","uid":"\#(name)",\#(format)},"#
                + #""status":{"phase":"Succeeded",\#(kept)}}"#
            let answer = FakeArgoServer.Fault.answer(.json(state))
            harness.argo.fail(
                "GET /api/v1/workflows/argo/\(name)", with: answer, answer, answer, answer, answer, answer)
        }
        harness.argo.keep("kept of b\n", as: "artifacts/argo/b/x/main-logs")
        let result = await harness.run("submit", "a.json", "b.json", "--log", "-o", "name")
        #expect(result.out == "a\nb\nx: kept of b\n", "\(result)")
        #expect(result.err.contains("the kept log of pod 'x'"), "\(result)")
        #expect(result.status == .notFound)
    }

    /// The second is refused, and the first, which exists, is followed to its end.
    @Test(arguments: [("--wait", "one\n"), ("--log", "one\none: line\n")])
    func whatWasCreatedIsFollowedThoughTheNextIsRefused(_ way: String, _ out: String) async {
        let harness = Self.refusing()
        let result = await harness.run("submit", "two.yaml", way, "-o", "name")
        #expect(result.out == out, "\(result)")
        #expect(
            result.err.hasPrefix("wfctl: two.yaml:5:1: workflow 'two': quota exceeded (no credentials were sent)\n"))
        #expect(result.err.hasSuffix("wfctl: workflow 'one' ended Failed\n"), "\(result)")
        #expect(result.status == .denied)
        #expect(harness.argo.requests.contains { $0.method == "GET" && $0.path.hasSuffix("/one") })
    }

    @Test func whatWasCreatedIsShownThoughTheNextIsRefused() async {
        let result = await Self.refusing().run("submit", "two.yaml", "--watch")
        #expect(result.out.contains("one Failed"), "\(result)")
        #expect(result.status == .denied)
    }

    @Test func documentsOfWhatWasCreatedComeInAListThoughTheNextIsRefused() async throws {
        let result = await Self.refusing().run("submit", "two.yaml", "--wait", "-o", "json")
        let list = try JSONReader.read(Array(result.out.utf8)).root
        #expect(list.elements.map { $0[path: "metadata", "name"]?.string } == ["one"])
        #expect(result.status == .denied)
    }

    @Test(arguments: [("name", "one\n"), ("jsonl", #"{"metadata":{"name":"one"}}"# + "\n")])
    func whoDoesNotWaitIsToldWhichIsRefused(_ format: String, _ out: String) async {
        let result = await Self.refusing().run("submit", "two.yaml", "-o", format)
        #expect(result.out == out)
        #expect(
            result.err.hasPrefix("wfctl: two.yaml:5:1: workflow 'two': quota exceeded (no credentials were sent)\n"))
        #expect(result.status == .denied)
    }

    /// Creates the first of three, which fails, and refuses the second.
    private static func refusing() -> CommandHarness {
        var harness = CommandHarness()
        harness.files["two.yaml"] = ["one", "two", "three"].map { name in
            """
            kind: Workflow
            metadata: {name: \(name)}
            spec: {entrypoint: m, templates: [{name: m, container: {image: a}}]}
            """
        }.joined(separator: "\n---\n")
        harness.argo.fail(
            "POST /api/v1/workflows/argo", with: .answer(.json(#"{"metadata":{"name":"one"}}"#)),
            .error(403, code: 7, "quota exceeded"))
        harness.argo.add("one", phase: .failed)
        harness.argo.log("one", pod: "one", "line")
        return harness
    }

    /// The log of the first has its end only after that of the second has had its own.
    @Test(.timeLimit(.minutes(5))) func theLogsOfAllAreFollowedAtOnce() async {
        let harness = Self.twoRuns()
        let isFollowed = Gate()
        for (name, end) in [("a", LoopbackAnswer.Part.wait(isFollowed)), ("b", .open(isFollowed))] {
            let done = FakeArgoServer.Fault.answer(
                .json(#"{"metadata":{"name":"\#(name)","namespace":"argo"},"status":{"phase":"Succeeded"}}"#))
            harness.argo.fail("GET /api/v1/workflows/argo/\(name)", with: done, done, done, done, done, done)
            harness.argo.log(name, pod: name, "of \(name)")
            harness.argo.endStreams(of: name, with: end)
        }
        let result = await harness.run("submit", "a.json", "b.json", "--log", "-o", "name")
        #expect(result.status == .success && result.err == "", "\(result)")
        #expect(result.out.split(separator: "\n").sorted() == ["a", "a: of a", "b", "b: of b"])
    }

    /// The server shows new runs only a while after it has made them.
    @Test func theLogOfARunThatIsNotSeenAtOnceIsNotLost() async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest.replacing(#""generateName": "hello-""#, with: #""name": "job""#)
        let missing = FakeArgoServer.Fault.error(404, code: 5, "not yet")
        let done = FakeArgoServer.Fault.answer(
            .json(#"{"metadata":{"name":"job","namespace":"argo"},"status":{"phase":"Succeeded"}}"#))
        harness.argo.fail(
            "GET /api/v1/workflows/argo/job", with: missing, missing, missing, missing, missing, done, done, done, done)
        harness.argo.log("job", pod: "p", "first", "second")
        let result = await harness.run("submit", "wf.json", "--log", "-o", "name")
        #expect(result == .init(.success, out: "job\np: first\np: second\n"))
    }

    @Test func whatIsNotKnownIsSaidAndHowToFindOut() async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        harness.argo.fail("POST /api/v1/workflows/argo", with: .lost(.silence))
        harness.argo.change { $0.refusesReads = true }
        let result = await harness.run("submit", "wf.json")
        #expect(result.status == .unreachable)
        #expect(result.out == "")
        let name = harness.argo.workflows.first?[path: "metadata", "name"]?.string ?? ""
        #expect(
            result.err == """
                wfctl: no answer came; workflow '\(name)' may or may not exist: you may not look (no \
                credentials were sent)
                hint: look with 'wfctl get \(name) -n argo' before you try again

                """)
    }

    @Test func verboseSaysWhatBecameOfALostAnswer() async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        harness.time = TestTime(draw: { _ in 0 })
        harness.argo.fail("POST /api/v1/workflows/argo", with: .answer(.text("no upstream", status: 502)))
        let result = await harness.run("submit", "wf.json", "-v", "-o", "name")
        let lines = result.err.split(separator: "\n").map { $0.prefix { $0 != "," } }
        let url = "http://argo.test:2746/api/v1/workflows/argo"
        #expect(
            lines == [
                "wfctl: POST \(url) 502", "wfctl: looking for workflow 'hello-bbbbb'",
                "wfctl: GET \(url)/hello-bbbbb 404",
                "wfctl: workflow 'hello-bbbbb' is not there; again in 0 s (retry 1 of 5)", "wfctl: POST \(url) 200",
            ])
    }

    @Test func aFailedRunSaysWhyOnStandardError() async {
        let harness = CommandHarness()
        harness.argo.add(
            workflow: #"""
                {"metadata": {"name": "bad", "namespace": "argo"},
                 "status": {"phase": "Failed", "message": "child 'x' failed", "finishedAt": "2026-01-01T00:00:00Z"}}
                """#)
        let result = await harness.run("wait", "bad")
        #expect(result.status == .runFailed)
        #expect(result.err == "wfctl: workflow 'bad' ended Failed: child 'x' failed\n")
    }

    @Test func anAnswerWithoutANameIsNoAnswer() async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        harness.argo.fail("POST /api/v1/workflows/argo", with: .answer(.json(#"{"items": []}"#)))
        let result = await harness.run("submit", "wf.json", "-o", "name")
        #expect(result.status == .success)
        #expect(harness.argo.workflows.count == 1)
    }
}
