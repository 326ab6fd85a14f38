import DocumentKit
import WorkflowAPI

/// `name: value` or `{"name": "value", "count": 3}`: parameters by name; what is no string is passed as its JSON text,
/// and what is one stays one.
struct ParameterFile {
    let input: Input
    let name: String

    private static let hint = "a parameter file is one mapping in YAML or JSON, as in  name: value"

    func read() async throws -> [SubmitOptions.Parameter] {
        let reader = ManifestReader(input: input, isStrict: true) { _ in }
        let documents = try await reader.written(in: name)
        guard let first = documents.first else {
            throw ManifestError(Input.label(name), "the file is empty", hint: Self.hint)
        }
        guard first.value.kind == .object else {
            throw first.error(
                "expected an object, found \(first.value.kind.described)", at: first.value, hint: Self.hint)
        }
        if let second = documents.dropFirst().first {
            throw second.error("a second document begins here", at: second.value, hint: Self.hint)
        }
        for (key, _) in first.value.fields where key.isText("") {
            throw first.error("a parameter without a name", at: key)
        }
        return first.value.members.map { member in
            if let text = member.value.string {
                return SubmitOptions.Parameter(name: member.key, value: text, isText: true)
            }
            return SubmitOptions.Parameter(
                name: member.key, value: JSONWriter.text(member.value, style: .compact))
        }
    }
}
