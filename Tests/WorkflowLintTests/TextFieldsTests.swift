import DocumentKit
import Testing
import WorkflowLint

@Suite struct TextFieldsTests {
    @Test(arguments: [
        ("spec: {templates: [{container: {args: [8080, true, x]}}]}", #"["8080","true","x"]"#),
        ("spec: {templates: [{container: {args: [1.50, 0x10, null, [2]]}}]}", #"["1.50","16",null,[2]]"#),
    ])
    func textTakesTheWordsOfNumbers(_ yaml: String, _ args: String) throws {
        let tree = try quoted(yaml)
        let container = tree[path: "spec", "templates"]?[0]?["container"]
        #expect(container?["args"].map { JSONWriter.text($0, style: .compact) } == args)
    }

    @Test(arguments: [
        ("metadata: {labels: {version: 2}, generation: 3}", #"{"metadata":{"labels":{"version":"2"},"generation":3}}"#),
        (
            "spec: {entrypoint: 1, parallelism: 2, suspend: true, nodeSelector: {ssd: true}, priority: 3}",
            #"{"spec":{"entrypoint":"1","parallelism":2,"suspend":true,"nodeSelector":{"ssd":"true"},"priority":3}}"#
        ),
        (
            "spec: {arguments: {parameters: [{name: 1, value: 2}]}, templates: [{retryStrategy: {limit: 3}}]}",
            #"{"spec":{"arguments":{"parameters":[{"name":"1","value":2}]},"templates":[{"retryStrategy":{"limit":3}}]}}"#
        ),
        (
            "spec: {templates: [{steps: [[{withItems: [1, {a: 2}]}]], plugin: {a: 1}}]}",
            #"{"spec":{"templates":[{"steps":[[{"withItems":[1,{"a":2}]}]],"plugin":{"a":1}}]}}"#
        ),
        ("x: {y: 1}\nspec: 3", #"{"x":{"y":1},"spec":3}"#),
    ])
    func onlyTextFieldsAreChanged(_ yaml: String, _ json: String) throws {
        #expect(JSONWriter.text(try quoted(yaml), style: .compact) == json)
    }

    private func quoted(_ yaml: String) throws -> ValueTree {
        TextFields().quoted(try YAMLReader.read(Array(yaml.utf8)).root.tree, as: .workflow)
    }
}
