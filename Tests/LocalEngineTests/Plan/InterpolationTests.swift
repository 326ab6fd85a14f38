import Testing

@testable import LocalEngine

@Suite struct InterpolationTests {
    private static func fill(_ text: String, _ values: [String: String]) throws -> String {
        try Interpolation(parsing: text).resolved { variable in
            if case .input(let name) = variable { values[name] } else { nil }
        }
    }

    @Test(arguments: [
        ("", ""),
        ("plain", "plain"),
        ("{{inputs.parameters.a}}", "1"),
        ("x{{inputs.parameters.a}}y{{ inputs.parameters.b }}z", "x1y{{inputs.parameters.a}}z"),
        ("} {a} {{inputs.parameters.a}}}", "} {a} 1}"),
        ("ä{{inputs.parameters.a}}ö", "ä1ö"),
    ])
    func fillsInWhatStandsBetweenBraces(_ text: String, _ expected: String) throws {
        // A value is never looked at again, whatever it holds.
        #expect(try Self.fill(text, ["a": "1", "b": "{{inputs.parameters.a}}"]) == expected)
    }

    @Test(arguments: [
        ("{{inputs.parameters.a", "has '{{' without '}}'"),
        ("{{=1+1}}", "uses an expression, '{{=1+1}}': not supported by the local backend"),
        ("{{item}}", "uses the unknown variable '{{item}}'"),
        ("{{}}", "uses the unknown variable '{{}}'"),
        ("{{inputs.artifacts.a.path}}", "uses the unknown variable '{{inputs.artifacts.a.path}}'"),
        ("{{steps.a}}", "uses the unknown variable '{{steps.a}}'"),
    ])
    func saysWhatItCannotRead(_ text: String, _ message: String) {
        #expect(throws: Interpolation.Failure(message: message)) { try Interpolation(parsing: text) }
    }

    @Test func endsWhatDoublesInEveryStep() {
        let half = String(repeating: "a", count: 600_000)
        #expect(
            throws: Interpolation.Failure(message: "grows beyond 1 MiB when '{{inputs.parameters.a}}' is filled in")
        ) {
            try Self.fill("{{inputs.parameters.a}}{{inputs.parameters.a}}", ["a": half])
        }
    }

    @Test func namesTheVariableThatHasNoValue() {
        #expect(throws: Interpolation.Failure(message: "needs '{{inputs.parameters.c}}', which has no value")) {
            try Self.fill("{{ inputs.parameters.c }}", [:])
        }
    }

    @Test(arguments: [
        ("inputs.parameters", Variable.inputs),
        ("inputs.parameters.a-b_c", .input("a-b_c")),
        ("outputs.parameters.x.path", .outputPath("x")),
        ("workflow.labels.app.kubernetes.io/name", .workflow("labels.app.kubernetes.io/name")),
        ("steps.a.outputs.result", .step("a", .result)),
        ("steps.a.outputs.parameters.p", .step("a", .parameter("p"))),
        ("tasks.a.status", .task("a", .status)),
        ("tasks.a.exitCode", .task("a", .exitCode)),
        ("steps.a.startedAt", .step("a", .startedAt)),
        ("pod.name", .podName),
    ])
    func knowsArgosVariables(_ text: String, _ variable: Variable) {
        #expect(Variable(text[...]) == variable)
    }

    @Test(arguments: [
        ("$(A)", "1"), ("a$(A)b$(B)", "a1b2"), ("$$(A)", "$(A)"), ("$(C)", "$(C)"), ("$(A", "$(A"), ("$", "$"),
        ("a$b$$", "a$b$"), ("no", "no"),
    ])
    func expandsReferencesToTheContainersOwnVariables(_ text: String, _ expected: String) {
        #expect(EnvironmentReferences.expand(text, ["A": "1", "B": "2"]) == expected)
    }
}
