import DocumentKit
import Testing
import WorkflowLint

/// What could have been meant by a word that is not known: printers propose the nearest.
@Suite struct ChoiceTests {
    static let spec = """
        entrypoint: mian
        arguments: {parameters: [{name: env, value: x}]}
        templates:
        - name: main
          inputs: {parameters: [{name: p, value: x}]}
          steps:
          - - {name: a, template: say}
            - {name: b, template: sya}
          - - {name: c, template: dag, when: "{{steps.a.outputs.resutl}} == {{steps.d.id}}{{inputs.parameters.q}}"}
            - {name: e, template: say, withItems: [{k: 1, l: 2}], when: "{{item.m}}{{workflow.parameters.evn}}"}
        - name: dag
          dag:
            target: z
            tasks:
            - {name: x, template: say}
            - {name: y, template: say, depends: w || x.Suceeded}
        - {name: say, container: {image: a, command: [b]}}
        """

    @Test(arguments: [
        ("mian", ["main", "dag", "say"]), ("sya", ["main", "dag", "say"]), ("d", ["a", "b", "c", "e"]), ("q", ["p"]),
        (
            "outputs.resutl",
            [
                "id", "status", "startedAt", "finishedAt", "hostNodeName", "ip", "exitCode", "outputs.result",
                "outputs.parameters",
            ]
        ),
        ("m", ["k", "l"]), ("evn", ["env"]), ("z", ["x", "y"]), ("w", ["x", "y"]),
        (
            "Suceeded",
            ["Succeeded", "Failed", "Errored", "Skipped", "Omitted", "Daemoned", "AnySucceeded", "AllFailed"]
        ),
    ])
    func comesWithTheFinding(_ word: String, _ known: [String]) throws {
        let text = MarkedManifest.document("Workflow", Self.spec)
        let root = try YAMLReader.read(Array(text.utf8)).root
        let findings = Linter([Subject(source: "a", kind: .workflow, value: root)]).findings()
        #expect(findings.compactMap(\.choice).filter { $0.word == word }.map(\.known) == [known])
    }
}
