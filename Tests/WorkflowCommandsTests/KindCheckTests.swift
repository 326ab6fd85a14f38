import DocumentKit
import Testing
import WorkflowLint

@testable import WorkflowCommands

@Suite struct KindCheckTests {
    private static let spec = #""spec": {"templates": [{"name": "a"}]}"#

    private func finding(_ members: String) throws -> Finding? {
        KindCheck.finding(in: try JSONReader.read(Array("{\(members)}".utf8)).root)
    }

    @Test(arguments: [
        (#""apiVersion": "argoproj.io/v1alpha1", "kind": "Workflw""#, "unknown kind 'Workflw'"),
        (#""apiVersion": "argoproj.io/v1alpha1", "kind": "workflow""#, "unknown kind 'workflow'"),
        (#""apiVersion": "argoproj.io/v1beta1", "kind": "EventSorce""#, "unknown kind 'EventSorce'"),
        (#""apiVersion": "argoproj.io/v1alpha1", "kind": "Pipeline", "#, "unknown kind 'Pipeline'"),
        (#""kind": "Job", "#, "unknown kind 'Job'"),
        (#""apiVersion": "argoproj.io/v1alpha1""#, "kind is required"),
        (#""apiVersion": "argoproj.io/v1alpha1", "kind": null"#, "kind is required"),
    ])
    func whatIsMeantAsArgosMustSaySo(_ members: String, _ message: String) throws {
        let text = members.hasSuffix(", ") ? members + Self.spec : members
        #expect(try finding(text)?.message == message)
    }

    @Test func templatesAloneAreMeantAsArgosToo() throws {
        #expect(try finding(Self.spec)?.message == "kind is required")
        #expect(
            try finding(#""spec": {"workflowSpec": {"templates": [{"name": "a"}]}}"#)?.message == "kind is required")
    }

    @Test(arguments: [
        #""apiVersion": "argoproj.io/v1alpha1", "kind": "CronWorkflow""#,
        #""apiVersion": "argoproj.io/v1alpha1", "kind": "EventSource""#,
        #""apiVersion": "argoproj.io/v1alpha1", "kind": "WorkflowList""#,
        #""apiVersion": "argoproj.io/v1alpha1", "kind": "Pipeline""#,
        #""apiVersion": "example.com/v1", "kind": "Workflw""#,
        #""apiVersion": "example.com/v1", "kind": "Workflw", "spec": {"templates": [{"name": "a"}]}"#,
        #""kind": "ConfigMap""#, #""a": 1"#, #""spec": {"templates": ["a"]}"#,
    ])
    func otherKindsAreNoMistake(_ members: String) throws {
        #expect(try finding(members) == nil)
    }

    @Test func aVersionIsMissedBesideTemplatesOnly() throws {
        let version = #""apiVersion": "argoproj.io/v1alpha1", "#
        for (text, isMissing) in [(Self.spec, true), (version + Self.spec, false), (#""kind": "Workflow""#, false)] {
            let root = try JSONReader.read(Array("{\(text)}".utf8)).root
            #expect((KindCheck.missingVersion(in: root) != nil) == isMissing)
        }
    }
}
