import DocumentKit
import Testing
import WorkflowModel

@Suite("A workflow as a view")
struct WorkflowTests {
    @Test("gives its metadata and spec")
    func metadataAndSpec() throws {
        let demo = try workflow(demoWorkflow)
        #expect(
            [demo.name, demo.namespace, demo.uid, demo.generateName, demo.resourceVersion]
                == ["demo", "argo", "5c1f", "de", "77"])
        #expect(demo.createdAt?.rfc3339 == "2026-01-02T03:04:05Z")
        #expect(demo.labels.map(\.key) == ["workflows.argoproj.io/completed", "workflows.argoproj.io/phase", "n"])
        #expect(demo.label("n") == "5")
        #expect(demo.label("absent") == nil)
        #expect(demo.annotation("workflows.argoproj.io/pod-name-format") == "v2")
        #expect(demo.priority == 2)
        #expect(demo.serviceAccount == "runner")
        #expect(demo.spec?.entrypoint == "main")
        #expect(demo.spec?.templateNames == ["main", "echo"])
        #expect(demo.spec?.template("echo")?["container"]?.kind == .object)
        #expect(demo.spec?.template("none") == nil)
        #expect(demo.spec?.templateReference == nil)
    }

    @Test("gives parameter values as text, whatever they are")
    func parameters() throws {
        #expect(
            try workflow(demoWorkflow).parameters == [
                Parameter(name: "greeting", value: "hi"), Parameter(name: "count", value: "3"),
                Parameter(name: "exact", value: "1.50"), Parameter(name: "on", value: "true"),
                Parameter(name: "later", value: nil), Parameter(name: "none", value: nil),
                Parameter(name: "tree", value: #"{"a":[1]}"#),
            ])
    }

    @Test("takes parameters and service account from the stored spec of its template, if there is one")
    func effectiveSpec() throws {
        let made = try workflow(
            #"""
            {"spec": {"serviceAccountName": "own", "priority": 4, "arguments": {"parameters": [{"name": "a", "value": "1"}]},
              "workflowTemplateRef": {"name": "base", "clusterScope": true}},
             "status": {"storedWorkflowTemplateSpec": {"serviceAccountName": "stored", "entrypoint": "go",
              "arguments": {"parameters": [{"name": "b", "value": 2, "default": 1, "description": "d", "enum": ["1", 2]}]}}}}
            """#)
        #expect(made.serviceAccount == "stored")
        #expect(made.priority == 4)
        #expect(made.effectiveSpec?.entrypoint == "go")
        #expect(made.parameters.map(\.name) == ["b"])
        #expect(made.parameters.map(\.defaultValue) == ["1"])
        #expect(made.parameters.map(\.allowed) == [["1", "2"]])
        #expect(made.parameters.map(\.description) == ["d"])
        #expect(made.spec?.templateReference?.name == "base")
        #expect(made.spec?.templateReference?.isClusterScoped == true)
        #expect(
            try workflow(#"{"status": {"storedWorkflowTemplateSpec": null}, "spec": {"serviceAccountName": "own"}}"#)
                .serviceAccount == "own")
    }

    @Test("gives its status")
    func status() throws {
        let demo = try workflow(demoWorkflow)
        #expect(demo.phase == .failed)
        #expect([demo.message, demo.progress] == ["child 'x' failed", "4/7"])
        #expect(demo.startedAt?.rfc3339 == "2026-01-02T03:04:06Z")
        #expect(demo.finishedAt?.rfc3339 == "2026-01-02T03:05:36Z")
        #expect(demo.duration(now: .epoch) == .seconds(90))
        #expect(demo.estimatedDuration == .seconds(90))
        #expect(
            demo.conditions.map { [$0.type, $0.status, $0.message] } == [
                ["SpecWarning", "True", "old"], ["Completed", "True", ""],
            ])
        #expect(demo.resourcesDuration.text == "1s*(1 cpu),1m2s*(100Mi memory)")
        #expect(demo.outputParameters == [Parameter(name: "sum", value: "7")])
        #expect(demo.outputArtifacts.map(\.location) == ["s3://b/k/r.tgz", "k/main.log"])
        #expect(demo.outputArtifacts.map(\.isDeleted) == [false, true])
        #expect(demo.podCounts == PodCounts(pending: 0, running: 1, completed: 6))
        #expect(demo.podCounts.text == "0/1/6")
        #expect(!demo.nodesAreElsewhere)
    }

    @Test(
        "is empty where the document is, and nothing breaks",
        arguments: ["null", "[]", "5", "\"x\"", "{}", #"{"metadata": 1, "spec": [], "status": "x"}"#])
    func empty(text: String) throws {
        let nothing = try workflow(text)
        #expect((nothing.name + nothing.namespace + nothing.phaseText + nothing.message + nothing.progress).isEmpty)
        #expect(nothing.statusText == "Unknown")
        #expect(nothing.createdAt == nil && nothing.startedAt == nil && nothing.priority == nil)
        #expect(!nothing.isFinished && nothing.outcome == nil)
        #expect(nothing.labels.isEmpty && nothing.parameters.isEmpty && nothing.conditions.isEmpty)
        #expect(Array(nothing.nodes).isEmpty)
        #expect(nothing.resourcesDuration.isEmpty)
        #expect(nothing.podCounts.text == "0/0/0")
    }

    @Test(
        "says as argo how it stands",
        arguments: [
            (#"{"metadata": {"creationTimestamp": "2026-01-02T03:04:05Z"}}"#, "Pending"),
            (#"{"status": {"phase": "Pending"}}"#, "Pending"),
            (#"{"status": {"phase": ""}}"#, "Unknown"),
            (#"{"status": {"phase": "Running"}}"#, "Running"),
            (#"{"spec": {"suspend": true}, "status": {"phase": "Running"}}"#, "Running (Suspended)"),
            (#"{"spec": {"suspend": false}, "status": {"phase": "Running"}}"#, "Running"),
            (#"{"spec": {"suspend": true}, "status": {"phase": "Succeeded"}}"#, "Succeeded"),
            (
                #"{"status": {"phase": "Running", "nodes": {"a": {"type": "Suspend", "phase": "Running"}}}}"#,
                "Running (Suspended)"
            ),
            (
                #"{"status": {"phase": "Running", "nodes": {"a": {"type": "Suspend", "phase": "Succeeded"}}}}"#,
                "Running"
            ),
            (#"{"spec": {"shutdown": "Terminate"}, "status": {"phase": "Failed"}}"#, "Failed (Terminated)"),
            (#"{"spec": {"shutdown": "Stop"}, "status": {"phase": "Failed"}}"#, "Failed (Terminated)"),
            (#"{"spec": {"shutdown": "Stop"}, "status": {"phase": "Error"}}"#, "Error"),
            (#"{"status": {"phase": "Dreaming"}}"#, "Dreaming"),
        ])
    func statusText(text: String, expected: String) throws {
        #expect(try workflow(text).statusText == expected)
    }

    @Test(
        "is over when its phase, its label or its end says so",
        arguments: [
            (#"{"status": {"phase": "Running"}}"#, nil),
            (#"{"metadata": {"labels": {"workflows.argoproj.io/completed": "false"}}}"#, nil),
            (#"{"status": {"phase": "Succeeded"}}"#, .succeeded),
            (#"{"status": {"phase": "Failed"}}"#, .failed),
            (#"{"status": {"phase": "Error"}}"#, .failed),
            (#"{"metadata": {"labels": {"workflows.argoproj.io/completed": "true"}}}"#, .unknown),
            (#"{"status": {"finishedAt": "2026-01-02T03:04:05Z"}}"#, .unknown),
            (
                #"{"metadata": {"labels": {"workflows.argoproj.io/completed": "true", "workflows.argoproj.io/phase": "Failed"}}, "#
                    + #""status": {"phase": "Running"}}"#, .failed
            ),
            (#"{"metadata": {"labels": {"workflows.argoproj.io/phase": "Failed"}}}"#, nil),
            (#"{"status": {"phase": "Succeeded", "finishedAt": null}}"#, .succeeded),
            (#"{"status": {"finishedAt": "0001-01-01T00:00:00Z"}}"#, nil),
        ] as [(String, Outcome?)])
    func outcome(text: String, expected: Outcome?) throws {
        let workflow = try workflow(text)
        #expect(workflow.outcome == expected)
        #expect(workflow.isFinished == (expected != nil))
    }

    @Test(
        "tells when its nodes are packed away",
        arguments: [
            (#"{"compressedNodes": "H4sI"}"#, true), (#"{"offloadNodeStatusVersion": "fnv:1"}"#, true),
            (#"{"compressedNodes": "H4sI", "nodes": {}}"#, true), (#"{"compressedNodes": "", "nodes": null}"#, false),
            (#"{"compressedNodes": "H4sI", "nodes": {"a": {}}}"#, false), (#"{}"#, false),
        ])
    func elsewhere(status: String, expected: Bool) throws {
        #expect(try workflow(#"{"status": \#(status)}"#).nodesAreElsewhere == expected)
    }

    @Test("a row holds what the table shows beside texts, without the document")
    func row() throws {
        let demo = try workflow(demoWorkflow)
        let row = WorkflowRow(demo)
        #expect(row.statusText == "Failed")
        #expect(row.phase == .failed)
        #expect([row.createdAt, row.startedAt, row.finishedAt] == [demo.createdAt, demo.startedAt, demo.finishedAt])
        #expect(row.priority == 2)
        #expect(row.order == ListOrder(demo))
    }

    @Test("what goes on comes first, the youngest on top; what ended follows, the latest end on top")
    func listOrder() {
        func order(_ created: Int64?, _ finished: Int64?) -> ListOrder {
            ListOrder(
                createdAt: created.map { Timestamp(seconds: $0) }, finishedAt: finished.map { Timestamp(seconds: $0) })
        }
        let given = [
            ("ended early", order(9, 10)), ("old", order(1, nil)), ("twin", order(5, nil)),
            ("ended late", order(1, 20)),
            ("second twin", order(5, nil)), ("never created", order(nil, nil)), ("young", order(8, nil)),
        ]
        #expect(
            given.inListOrder(\.1).map(\.0) == [
                "young", "twin", "second twin", "old", "never created", "ended late", "ended early",
            ])
    }

    @Test("the order of times is that of the timestamps, to the nanosecond and to the ends of time")
    func listOrderOfTimes() {
        let times = [
            Timestamp(seconds: .max, nanoseconds: 1), Timestamp(seconds: .max), Timestamp(seconds: 0, nanoseconds: 2),
            Timestamp(seconds: 0, nanoseconds: 1), Timestamp(seconds: -1, nanoseconds: 999_999_999), .zero,
        ]
        let orders =
            times.map { ListOrder(createdAt: $0, finishedAt: nil) }
            + times.map { ListOrder(createdAt: nil, finishedAt: $0) }
        #expect(orders.reversed().sortedPlaces == Array(orders.indices.reversed()))
    }
}
