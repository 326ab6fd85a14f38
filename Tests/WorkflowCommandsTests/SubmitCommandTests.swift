import TestSupport
import Testing

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

    @Test(arguments: [FakeArgoServer.Fault.cut(after: 0), .cut(after: 20)])
    func aLostAnswerIsNoReasonToSubmitAgain(_ fault: FakeArgoServer.Fault) async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        harness.argo.fail("POST /api/v1/workflows/argo", with: fault)
        let result = await harness.run("submit", "wf.json")
        #expect(result.status == .unreachable)
        #expect(result.out == "")
        #expect(
            result.err.hasSuffix(
                "hint: the workflow may exist all the same; look with 'wfctl list' before you try again\n"))
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

    @Test func anAnswerWithoutANameIsNoSuccess() async {
        var harness = CommandHarness()
        harness.files["wf.json"] = Self.manifest
        harness.argo.fail("POST /api/v1/workflows/argo", with: .answer(.json(#"{"items": []}"#)))
        let result = await harness.run("submit", "wf.json", "-o", "name")
        #expect(result.status == .failure)
        #expect(result.out == "")
    }
}
