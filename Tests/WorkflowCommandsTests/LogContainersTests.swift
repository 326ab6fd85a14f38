import DocumentKit
import Testing
import WorkflowModel

@testable import WorkflowCommands

@Suite struct LogContainersTests {
    private static func names(_ json: String) throws -> [String] {
        LogContainers(workflow: Workflow(try JSONReader.read(Array(json.utf8)).root)).names
    }

    @Test func aPlainTemplateHasOneOfItsOwn() throws {
        #expect(try Self.names(#"{"spec":{"templates":[{"name":"a","container":{}}]}}"#) == ["init", "main", "wait"])
    }

    @Test func sidecarsSetsAndStoredTemplatesAreFound() throws {
        let json = """
            {"spec":{"templates":[
               {"name":"a","container":{},"initContainers":[{"name":"prepare"}],"sidecars":[{"name":"db"}]}]},
             "status":{"storedWorkflowTemplateSpec":{"templates":[
                {"name":"set","containerSet":{"containers":[{"name":"one"},{"name":"two"}]}}]},
              "storedTemplates":{"namespaced/t/x":{"name":"x","container":{},"sidecars":[{"name":"db"},{"name":"proxy"}]}}}}
            """
        #expect(
            try Self.names(json) == ["init", "prepare", "db", "main", "one", "two", "proxy", "wait"])
    }
}
