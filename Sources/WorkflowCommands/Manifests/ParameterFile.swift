import DocumentKit
import WorkflowAPI

/// `name: value` or `{"name": "value", "count": 3}`: parameters by name; what is no string is passed as its JSON text,
/// and what is one stays one.
struct ParameterFile {
    let reader: ManifestReader
    let name: String

    private static let hint = "a parameter file is one mapping in YAML or JSON, as in  name: value"

    func read() async throws -> [SubmitOptions.Parameter] {
        let documents = try await reader.written(in: name)
        guard let manifest = documents.first else {
            throw ManifestError(Input.label(name), "the file is empty", hint: Self.hint)
        }
        if let second = documents.dropFirst().first {
            throw second.error("a second document begins here", at: second.value, hint: Self.hint)
        }
        guard manifest.value.kind == .object else {
            throw manifest.error(
                "expected an object, found \(manifest.value.kind.described)", at: manifest.value, hint: Self.hint)
        }
        for (key, _) in manifest.value.fields where key.isText("") {
            throw manifest.error("a parameter without a name", at: key)
        }
        var places: [String: Int] = [:]
        var parameters: [SubmitOptions.Parameter] = []
        for member in manifest.value.members {
            let text = member.value.string
            let parameter = SubmitOptions.Parameter(
                name: member.key, value: text ?? JSONWriter.text(member.value, style: .compact), isText: text != nil)
            // The last one of a name counts.
            if let place = places[member.key] {
                parameters[place] = parameter
            } else {
                places[member.key] = parameters.count
                parameters.append(parameter)
            }
        }
        return parameters
    }
}
