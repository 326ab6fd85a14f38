import DocumentKit
import Testing
import WorkflowModel

@Suite("Stored resources as views")
struct ResourceTests {
    private func resource(_ kind: ResourceKind, _ json: String) throws -> Resource {
        Resource(kind, try JSONReader.read(Array(json.utf8)).root)
    }

    @Test("a template gives its parameters and its entrypoint")
    func template() throws {
        let base = try resource(
            .workflowTemplate,
            #"""
            {"metadata": {"name": "base", "namespace": "argo", "resourceVersion": "9", "creationTimestamp": "2026-01-02T03:04:05Z",
             "labels": {"a": "b"}},
             "spec": {"entrypoint": "main", "arguments": {"parameters": [{"name": "p", "value": 1}]}, "templates": [{"name": "main"}]}}
            """#)
        #expect([base.name, base.namespace, base.resourceVersion, base.entrypoint] == ["base", "argo", "9", "main"])
        #expect(base.createdAt == Timestamp(rfc3339: "2026-01-02T03:04:05Z"))
        #expect(base.label("a") == "b")
        #expect(base.parameters == [Parameter(name: "p", value: "1")])
        #expect(base.workflowSpec?.templateNames == ["main"])
    }

    @Test("a cron workflow gives the spec of its runs")
    func cron() throws {
        let nightly = try resource(.cronWorkflow, #"{"spec": {"workflowSpec": {"entrypoint": "main"}}}"#)
        #expect(nightly.entrypoint == "main")
    }
}
