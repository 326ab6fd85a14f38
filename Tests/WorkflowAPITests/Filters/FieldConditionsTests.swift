import DocumentKit
import Testing
import WorkflowAPI
import WorkflowModel

@Suite struct FieldConditionsTests {
    @Test(arguments: [
        ("", true), ("metadata.name=x", true), ("metadata.name==x", true), ("metadata.name!=x", false),
        ("metadata.namespace=n,metadata.name=x", true), ("metadata.name=y", false), ("metadata.name = x", true),
        ("metadata.namespace!=n", false), ("ext.showRemainingItemCount=true", true),
    ])
    func knowNameAndNamespace(_ selector: String, _ matches: Bool) throws {
        #expect(try FieldConditions(parsing: selector).match(name: "x", namespace: "n") == matches)
    }

    @Test(arguments: [
        ("spec.startedAt>2026-01-02T03:00:00Z", true), ("spec.startedAt<2026-01-02T03:00:00Z", false),
        ("spec.startedAt>2026-01-02T03:00:00Z,spec.startedAt>2026-01-02T04:00:00Z", false),
        ("spec.startedAt<2026-01-02T04:00:00Z", true),
    ])
    func knowTheStart(_ selector: String, _ matches: Bool) throws {
        let text = #"{"metadata": {"name": "x"}, "status": {"startedAt": "2026-01-02T03:04:05Z"}}"#
        let workflow = Workflow(try JSONReader.read(Array(text.utf8)).root)
        #expect(try FieldConditions(parsing: selector).matches(workflow) == matches)
        #expect(try !FieldConditions(parsing: selector).matches(Workflow(JSONReader.read(Array("{}".utf8)).root)))
    }

    @Test(arguments: [
        "status.phase=Running", "spec.entrypoint=main", "status.phase!=X", "metadata.name", "metadata.name>x",
        "spec.startedAt=2026-01-02T03:00:00Z",
    ])
    func refuseWhatAnArgoServerRefuses(_ selector: String) {
        #expect(
            throws: BackendError.invalid(
                "the field selector '\(selector)' is not known: metadata.name and metadata.namespace go with =, == or "
                    + "!=, and spec.startedAt with < or >")
        ) { try FieldConditions(parsing: selector) }
    }
}
