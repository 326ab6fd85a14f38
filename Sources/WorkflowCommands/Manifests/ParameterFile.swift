import DocumentKit
import WorkflowAPI

/// `name: value` or `{"name": "value", "count": 3}`: parameters by name; what is no string is passed as its JSON text,
/// and what is one stays one.
struct ParameterFile {
    let reader: ManifestReader
    let name: String

    func read() async throws -> [SubmitOptions.Parameter] {
        let documents = try await reader.written(in: name)
        guard let manifest = documents.first, documents.count == 1 else {
            throw ManifestError(Input.label(name), "a parameter file holds one object")
        }
        guard manifest.value.kind == .object else {
            throw manifest.error("expected an object, found \(manifest.value.kind.described)", at: manifest.value)
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
