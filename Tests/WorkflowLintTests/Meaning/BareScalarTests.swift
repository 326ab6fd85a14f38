import Testing
import WorkflowLint

/// Numbers and booleans of YAML where text is meant: what they mean is checked as if they were quoted.
@Suite struct BareScalarTests {
    private static func bare(_ path: String, _ kind: String, _ text: String) -> String {
        "bare-scalar: \(path) is \(kind), expected a string (quote it: \"\(text)\")"
    }

    @Test(arguments: [
        MarkedManifest.workflow(
            "names of parameters",
            """
            entrypoint: main
            arguments: {parameters: [{name: ▸5, value: x}]}
            templates:
            - name: main
              inputs: {parameters: [{name: ▸7, default: x}]}
              container: {image: a, args: ['{{workflow.parameters.5}} {{inputs.parameters.7}}']}
            """,
            bare("spec.arguments.parameters[0].name", "a number", "5"),
            bare("spec.templates[0].inputs.parameters[0].name", "a number", "7")),
        .workflow(
            "steps of one name, and a template that does not exist",
            """
            entrypoint: ▸true
            templates:
            - name: ▸True
              steps: [[{name: ▸2, template: stop}, {name: ▸▸2, template: ▸▸4}]]
            - {name: stop, suspend: {}}
            """,
            bare("spec.entrypoint", "a boolean", "true"),
            bare("spec.templates[0].name", "a boolean", "True"),
            bare("spec.templates[0].steps[0][0].name", "a number", "2"),
            bare("spec.templates[0].steps[0][1].name", "a number", "2"),
            "duplicate-name: templates.true.steps[0].name '2' is not unique",
            bare("spec.templates[0].steps[0][1].template", "a number", "4"),
            "undefined-template: templates.true.steps[0].2 template name '4' undefined"),
    ])
    func areCheckedAsTheTextThatIsSent(_ manifest: MarkedManifest) throws {
        #expect(try manifest.linted() == manifest.expected)
    }

    @Test(arguments: [
        (ShapeTests.workflow(#"{"name": 1.5, "suspend": {}}"#), Rule.invalidName),
        (ShapeTests.workflow(#"{"name": "main", "timeout": 30, "suspend": {}}"#), .invalidDuration),
        (ShapeTests.workflow(#"{"name": "main", "suspend": {}}"#, #""podGC": {"strategy": true}, "#), .invalidValue),
        (ShapeTests.container(#""imagePullPolicy": 3"#), .invalidValue),
    ])
    func checksABareNumberAsTheTextThatIsSent(_ text: String, _ rule: Rule) throws {
        #expect(try ShapeTests.findings(in: text, .workflow, isYAML: true).map(\.rule) == [.bareScalar, rule])
        #expect(try ShapeTests.findings(in: text, .workflow).map(\.rule) == [.wrongType])
    }

    /// argo makes texts of the numbers that parameters have as values, in its own spelling.
    @Test(arguments: [
        ("1.10", "1.1"), ("0644", "420"), ("0x1F", "31"), ("1e3", "1000"), ("-1.5e-3", "-0.0015"), ("1.0", "1"),
        ("12345678901234567890", "12345678901234567000"), ("1e-7", "0.0000001"), ("3", nil), ("-1.5", nil), ("0", nil),
        ("1000000000000000", nil), ("0.25", nil),
    ])
    func tellsWhatBecomesOfANumberThatIsAValue(_ source: String, _ outcome: String?) throws {
        let text = ShapeTests.workflow(
            #"{"name": "main", "suspend": {}}"#, #""arguments": {"parameters": [{"name": "p", "value": \#(source)}]}, "#
        )
        let path = "spec.arguments.parameters[0].value"
        let expected = outcome.map {
            "bare-scalar: \(path) \(source) is a number, which becomes the text '\($0)' (hint: quote it: \"\(source)\")"
        }
        let findings = try ShapeTests.findings(in: text, .workflow, isYAML: true).map(ShapeTests.text)
        #expect(findings == [expected].compactMap(\.self))
    }
}
