import DocumentKit
import Testing
import WorkflowModel

@Suite struct LegacyManifestTests {
    @Test(arguments: [
        // In a list of its own, in the place of the old field.
        (
            #"{"kind":"CronWorkflow","spec":{"a":1,"schedule":"* * * * *","b":2}}"#,
            #"{"kind":"CronWorkflow","spec":{"a":1,"schedules":["* * * * *"],"b":2}}"#
        ),
        // A single schedule counts instead of a list; mutexes and semaphores are added to one.
        (
            #"{"kind":"CronWorkflow","spec":{"schedule":"a","x":0,"schedules":["b"]}}"#,
            #"{"kind":"CronWorkflow","spec":{"x":0,"schedules":["a"]}}"#
        ),
        (
            #"{"kind":"Workflow","spec":{"synchronization":{"mutexes":[{"name":"a"}],"mutex":{"name":"b"}}}}"#,
            #"{"kind":"Workflow","spec":{"synchronization":{"mutexes":[{"name":"a"},{"name":"b"}]}}}"#
        ),
        // What says nothing is left out.
        (#"{"kind":"CronWorkflow","spec":{"schedule":""}}"#, #"{"kind":"CronWorkflow","spec":{}}"#),
        (
            #"{"kind":"CronWorkflow","spec":{"schedule":null,"schedules":["b"]}}"#,
            #"{"kind":"CronWorkflow","spec":{"schedules":["b"]}}"#
        ),
        // In workflow specs, their templates, the defaults, and templates inline.
        (
            #"{"kind":"CronWorkflow","spec":{"workflowSpec":{"synchronization":{"semaphore":{"n":1}}}}}"#,
            #"{"kind":"CronWorkflow","spec":{"workflowSpec":{"synchronization":{"semaphores":[{"n":1}]}}}}"#
        ),
        (
            #"{"kind":"WorkflowTemplate","spec":{"templateDefaults":{"synchronization":{"mutex":{}}}}}"#,
            #"{"kind":"WorkflowTemplate","spec":{"templateDefaults":{"synchronization":{"mutexes":[{}]}}}}"#
        ),
        (
            #"{"kind":"ClusterWorkflowTemplate","spec":{"templates":[{"steps":[[{"inline":{"synchronization":{"mutex":{}}}}]]}]}}"#,
            #"{"kind":"ClusterWorkflowTemplate","spec":{"templates":[{"steps":[[{"inline":{"synchronization":{"mutexes":[{}]}}}]]}]}}"#
        ),
        (
            #"[{"kind":"CronWorkflowList","items":[{"kind":"CronWorkflow","spec":{"schedule":"a"}}]},2]"#,
            #"[{"kind":"CronWorkflowList","items":[{"kind":"CronWorkflow","spec":{"schedules":["a"]}}]},2]"#
        ),
        (
            #"{"kind":"List","items":[{"kind":"CronWorkflow","spec":{"schedule":"a"}},1]}"#,
            #"{"kind":"List","items":[{"kind":"CronWorkflow","spec":{"schedules":["a"]}},1]}"#
        ),
    ])
    func rewritesTheOldFields(_ old: String, _ new: String) throws {
        let rewritten = LegacyManifest.rewritten(try JSONReader.read(Array(old.utf8)).root.tree)
        #expect(JSONWriter.text(rewritten, style: .compact) == new)
        #expect(LegacyManifest.rewritten(rewritten) == rewritten)
    }

    @Test(arguments: [
        #"{"kind":"ConfigMap","spec":{"schedule":"a","synchronization":{"mutex":1}}}"#,
        #"{"spec":{"schedule":"a"}}"#, #"{"kind":"CronWorkflow","spec":"schedule"}"#, #"[{"kind":"List"}]"#,
        #"{"kind":"Workflow","spec":{"schedule":"a","mutex":{},"templates":{"mutex":1},"x":1.50,"x":2}}"#,
        #"{"kind":"Workflow","spec":{"templates":[{"container":{"mutex":{}}}]}}"#,
        // A list that is none is left for the linter to tell.
        #"{"kind":"Workflow","spec":{"synchronization":{"mutex":{},"mutexes":{"name":"a"}}}}"#,
        #"{"kind":"CronWorkflow","spec":{"schedule":"a","schedules":"b"}}"#,
    ])
    func leavesEverythingElse(_ text: String) throws {
        let tree = try JSONReader.read(Array(text.utf8)).root.tree
        #expect(LegacyManifest.rewritten(tree) == tree)
    }

    @Test func tellsWhichValuesGetLost() throws {
        let text = """
            {"kind":"List","items":[{"kind":"CronWorkflow","spec":{"schedule":"a","schedules":["b"]}},
            {"kind":"CronWorkflow","spec":{"schedule":"","schedules":["b"]}},
            {"kind":"CronWorkflow","spec":{"schedule":"a","schedules":[]}},
            {"kind":"Workflow","spec":{"schedule":"a","schedules":["b"]}}]}
            """
        let dropped = LegacyManifest.dropped(from: try JSONReader.read(Array(text.utf8)).root)
        #expect(dropped.map(\.path) == ["items[0].spec.schedules"])
    }
}
