import DocumentKit
import LocalEngine
import Testing
import WorkflowAPI

@testable import WorkflowCommands

@Suite struct LocalCheckTests {
    /// A parameter given on the command line is sent first, and stands where it stands in the file.
    @Test(arguments: [
        (0, "value", "spec.arguments.parameters[1].value"), (1, "value", "spec.arguments.parameters[0].value"),
        (2, "enum", "spec.arguments.parameters[2].enum"), (3, "name", "spec.arguments"),
        (9, "name", "spec.arguments.parameters[9].name"),
    ])
    func placesAreThoseOfTheFile(_ index: Int, _ field: String, _ place: String) throws {
        let text = #"{"spec": {"arguments": {"parameters": [{"name": "a"}, {"name": "b"}, {"name": "c"}]}}}"#
        let manifest = try JSONReader.read(Array(text.utf8)).root
        var sent = manifest.tree
        var options = SubmitOptions()
        options.parameters = [.init(name: "b", value: "x")]
        options.apply(to: &sent)
        if case .array(let list) = sent["spec"]?["arguments"]?["parameters"] {
            sent["spec"]?["arguments"]?["parameters"] = .array(list + [["name": "added"]])
        }
        let path = FieldPath()["spec"]["arguments"]["parameters"][index][field]
        #expect("\(path.asWritten(in: manifest, sentAs: sent))" == place)
        let other = FieldPath()["spec"]["templates"][0]
        #expect(other.asWritten(in: manifest, sentAs: sent) == other)
    }
}
