import Testing
import WorkflowModel

@Suite("A node as a view")
struct WorkflowNodeTests {
    @Test("gives what its status holds")
    func fields() throws {
        let build = try node(
            #"""
            {"id": "w-1", "name": "w.build", "displayName": "build", "type": "Pod", "phase": "Failed", "message": "no",
             "templateName": "t", "boundaryID": "w", "children": ["a", 5, {}], "outboundNodes": ["z"],
             "startedAt": "2026-01-01T00:00:01Z", "finishedAt": "2026-01-01T00:00:03.5Z", "progress": "1/1",
             "hostNodeName": "host", "podIP": "10.0.0.1", "resourcesDuration": {"ephemeral-storage": 3600, "gpu": 0},
             "inputs": {"parameters": [{"name": "arch", "value": "arm64"}], "artifacts": [{"name": "src", "path": "/src"}]},
             "outputs": {"exitCode": "137", "result": 42, "parameters": [{"name": "n", "value": 1}],
                         "artifacts": [{"name": "log", "gcs": {"bucket": "b", "key": "l"}}]},
             "daemoned": true, "nodeFlag": {"hooked": true, "retried": true}, "memoizationStatus": {"hit": true},
             "synchronizationStatus": {"waiting": "lock"}}
            """#)
        #expect([build.id, build.name, build.displayName, build.message] == ["w-1", "w.build", "build", "no"])
        #expect(build.type == .pod && build.phase == .failed)
        #expect(build.children == ["a", "5"] && build.outboundNodes == ["z"] && build.boundaryID == "w")
        #expect(build.duration(now: .epoch) == .milliseconds(2500))
        #expect([build.progress, build.hostNodeName, build.podIP] == ["1/1", "host", "10.0.0.1"])
        #expect(build.resourcesDuration.text == "1h0m0s*(10Gi ephemeral-storage),0s*(1 gpu)")
        #expect(build.inputParameters == [Parameter(name: "arch", value: "arm64")])
        #expect(build.outputParameters == [Parameter(name: "n", value: "1")])
        #expect(build.outputArtifacts.map(\.location) == ["gs://b/l"])
        #expect(build.exitCode == 137 && build.result == "42")
        #expect(build.isDaemoned)
    }

    @Test("is called by the best name it has")
    func names() throws {
        #expect(try node(#"{"displayName": "d", "name": "n", "id": "i"}"#).displayName == "d")
        #expect(try node(#"{"displayName": null, "name": "n", "id": "i"}"#).displayName == "n")
        #expect(try node(#"{"id": "i"}"#).displayName == "i")
        #expect(try node(#"5"#).displayName == "k")
        #expect(try node(#"{"id": {}}"#).id == "k")
    }

    @Test("names its template, also one in another object")
    func template() throws {
        let local = try node(#"{"templateName": "t"}"#)
        #expect([local.templateText, local.effectiveTemplate] == ["t", "t"])
        let remote = try node(#"{"templateName": "t", "templateRef": {"name": "lib", "template": "u"}}"#)
        #expect([remote.templateText, remote.effectiveTemplate] == ["lib/u", "u"])
    }

    @Test(
        "is fulfilled once it is over and its results have arrived",
        arguments: [
            (#"{"phase": "Succeeded"}"#, true), (#"{"phase": "Failed", "taskResultSynced": true}"#, true),
            (#"{"phase": "Error", "taskResultSynced": false}"#, false),
            (#"{"phase": "Skipped", "taskResultSynced": false}"#, true), (#"{"phase": "Omitted"}"#, true),
            (#"{"phase": "Running"}"#, false), (#"{"phase": "Running", "daemoned": true}"#, true),
            (#"{"phase": "Pending", "daemoned": true}"#, false), (#"{}"#, false),
        ])
    func fulfilled(text: String, expected: Bool) throws {
        #expect(try node(text).isFulfilled == expected)
    }

    @Test(
        "every type is known by its word, and an unknown word is kept",
        arguments: [
            "Pod", "Container", "Steps", "StepGroup", "DAG", "TaskGroup", "Retry", "Skipped", "Suspend", "HTTP",
            "Plugin", "Quantum", "",
        ])
    func types(word: String) {
        #expect(NodeType(word).text == word)
        #expect((NodeType(word) == .unknown(word)) == ["Quantum", ""].contains(word))
    }

    @Test("the pod is named by the scheme the workflow was started with")
    func pods() throws {
        let text = #"{"metadata": {"name": "demo", "annotations": {"workflows.argoproj.io/pod-name-format": "%"}}}"#
        let echo = try node(#"{"id": "demo-7", "name": "demo[0].prep", "templateName": "echo"}"#)
        let second = try workflow(text.replacing("%", with: "v2"))
        #expect(second.podName(of: echo) == "demo-echo-3173450481")
        #expect(try workflow(text.replacing("%", with: "v1")).podName(of: echo) == "demo-7")
        let unmarked = try workflow(#"{"metadata": {"name": "demo"}}"#)
        #expect(unmarked.podName(of: echo) == "demo-echo-3173450481")
    }

    @Test(
        "an artifact tells where it is kept",
        arguments: [
            (#"{"s3": {"bucket": "b", "key": "k"}}"#, "k", "s3://b/k"), (#"{"oss": {"key": "k"}}"#, "k", "k"),
            (#"{"azure": {"container": "c", "blob": "d/e"}}"#, "d/e", "azure://c/d/e"),
            (#"{"http": {"url": "https://h/x"}}"#, "https://h/x", "https://h/x"),
            (#"{"artifactory": {"url": "https://a/x"}}"#, "https://a/x", "https://a/x"),
            (#"{"hdfs": {"path": "/p"}}"#, "/p", "hdfs:/p"),
            (#"{"git": {"repo": "https://g/r", "revision": "main"}}"#, "", "https://g/r@main"),
            (#"{"git": {"repo": "https://g/r"}}"#, "", "https://g/r"), (#"{"raw": {"data": "x"}}"#, "", "raw"),
            (#"{"plugin": {"name": "p", "key": "k"}}"#, "k", "plugin://p/k"),
            (#"{"s3": null, "raw": 5}"#, "", ""), (#"{"s3": 5, "gcs": {"bucket": 1, "key": null}}"#, "", "gs://1/"),
            ("[]", "", ""),
        ])
    func artifacts(text: String, key: String, location: String) throws {
        let artifact = Artifact(try node(text).document)
        #expect([artifact.key, artifact.location] == [key, location])
    }
}
