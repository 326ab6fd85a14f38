import DocumentKit

extension ShapeWalk {
    /// Templates, steps and tasks, in argo's words.
    mutating func checkFieldName(_ text: String, _ value: DocumentValue) {
        guard !text.isEmpty else { return }
        var problems: [String] = []
        if text.utf8.count > 128 { problems.append("must be no more than 128 characters") }
        if !ObjectName.isFieldName(text) {
            problems.append(
                "name must consist of alpha-numeric characters or '-', and must start with an alpha-numeric character "
                    + "(e.g. My-name1-2, 123-NAME)")
        }
        guard !problems.isEmpty else { return }
        // Of steps and tasks argo tells the way from their template on, of steps without a colon.
        let path =
            value.path == template.map { "\($0.path).name" } ? value.path : ShapeText.path(of: value, in: template)
        let colon = path.contains(".steps[") ? "" : ":"
        findings.add(
            .invalidName, "\(path)\(colon) '\(text)' is invalid: \(problems.joined(separator: ";"))", at: value)
    }

    mutating func checkParameterName(_ text: String, _ value: DocumentValue) {
        guard !text.isEmpty, !ObjectName.isParameterName(text) else { return }
        checkName(
            text, value,
            "Parameter/Artifact name must consist of alpha-numeric characters, '_' or '-' e.g. my_param_1, MY-PARAM-1")
    }

    mutating func checkName(_ text: String, _ value: DocumentValue, _ problem: String?) {
        guard let problem else { return }
        findings.add(.invalidName, "\(value.path): '\(text)' is invalid: \(problem)", at: value)
    }

    mutating func checkLabels(_ value: DocumentValue) {
        for (key, label) in members(of: value) where !isFull {
            checkLabelKey(key)
            guard !label.isNull, key.offset != strayName?.offset, let text = text(of: label), !text.hasVariable
            else { continue }
            checkName(text, label, ObjectName.labelValueProblem(text))
        }
    }

    mutating func checkAnnotations(_ value: DocumentValue) {
        for (key, annotation) in members(of: value) where !isFull {
            checkLabelKey(key)
            if !annotation.isNull { _ = text(of: annotation) }
        }
    }

    private mutating func checkLabelKey(_ key: DocumentValue) {
        guard let name = key.string, !name.hasVariable, let problem = ObjectName.labelKeyProblem(name) else { return }
        findings.add(.invalidName, "\(key.path): the key '\(name)' is invalid: \(problem)", at: key)
    }

    private mutating func members(of value: DocumentValue) -> DocumentFields {
        if value.kind != .object { addWrongType(value, expected: "an object") }
        return value.fields
    }
}
