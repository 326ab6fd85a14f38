import DocumentKit

// The sentences about fields.

extension ShapeWalk {
    mutating func addUnknown(_ key: DocumentValue, in object: DocumentValue, of type: Int) {
        let known = table.names(of: type)
        let word = key.string ?? ""
        findings.add(
            .unknownField, "unknown field \"\(key.path)\"", at: key, hint: home(of: word, near: type),
            choice: Finding.Choice(word, among: known), holder: object)
    }

    /// Where a field that stands in the wrong object belongs: one level further in is the usual slip.
    private func home(of word: String, near type: Int) -> String? {
        let homes = table.fields[table.types[type].fields].filter { field in
            guard case .type(let inner) = field.kind, !field.isMap, field.lists == 0 else { return false }
            return table.fields[table.types[inner].fields].contains { $0.name == word && !$0.isLegacy }
        }
        guard !homes.isEmpty else { return nil }
        return "'\(word)' belongs into " + homes.map { "'\($0.name)'" }.joined(separator: " or ")
    }

    mutating func addMissing(_ field: Field, in object: DocumentValue, _ type: Int) {
        findings.add(
            .missingField, ShapeText.missing(field, in: object, table.types[type], of: template), at: object,
            holder: object, missing: [field.name])
    }

    mutating func addLegacy(_ field: Field, _ key: DocumentValue) {
        let now = ["schedule": "schedules", "mutex": "mutexes", "semaphore": "semaphores"][field.name]
        findings.add(
            .legacyField, "\(key.path) is no field of argo 4, only of older servers", at: key,
            hint: now.map { "'wfctl convert' rewrites it to '\($0)'" })
    }

    mutating func addWrongType(_ value: DocumentValue, expected: String, hint: String? = nil) {
        let what = value.path.isEmpty ? "the document" : value.path
        findings.add(.wrongType, "\(what) is \(value.kind.described), expected \(expected)", at: value, hint: hint)
    }

    /// `path 'value' is not …`
    mutating func addBad(_ rule: Rule, _ value: DocumentValue, _ problem: String, hint: String? = nil) {
        findings.add(rule, "\(value.path) '\(value.scalarText ?? "")' \(problem)", at: value, hint: hint)
    }

    mutating func checkValue(_ value: DocumentValue, among set: FieldTable.ValueSet) {
        guard let text = text(of: value), !text.isEmpty, !text.hasVariable, !set.values.contains(text) else { return }
        findings.add(
            .invalidValue, ShapeText.unknownValue(text, at: value, of: set, template), at: value,
            choice: Finding.Choice(text, among: set.values))
    }
}
