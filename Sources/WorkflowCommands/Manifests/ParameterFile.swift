import DocumentKit
import WorkflowAPI

/// `name: value` or `{"name": "value", "count": 3}`: parameters by name; what is no string is passed as its JSON text,
/// and what is one stays one.
struct ParameterFile {
    let input: Input
    let name: String

    func read() async throws -> [SubmitOptions.Parameter] {
        let reader = ManifestReader(input: input, isStrict: true) { _ in }
        let documents = try await reader.documents(in: name)
        guard let first = documents.first, documents.count == 1 else {
            throw ManifestError(Input.label(name), "a parameter file holds one object")
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
