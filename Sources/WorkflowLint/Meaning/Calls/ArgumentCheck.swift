import DocumentKit

/// Checks the `arguments` of a workflow or a call: every one is named once and has a value or a source.
struct ArgumentCheck {
    /// The way to the arguments, as messages write it: `spec.arguments`.
    let prefix: String
    /// Values may still be given from outside.
    let isOpen: Bool
    /// Parameters that are given from outside.
    var given: [String] = []

    func run(_ arguments: DocumentValue?, into findings: inout Findings) {
        guard let arguments else { return }
        for kind in ["parameters", "artifacts"] {
            NameCheck.run(arguments[kind], path: "\(prefix).\(kind)", into: &findings)
        }
        let ports = Ports(arguments)
        for parameter in ports.parameters { check(parameter, &findings) }
        for artifact in ports.artifacts where !artifact.isOptional {
            if artifact.value.given("from") == nil && artifact.value.given("fromExpression") == nil
                && !artifact.hasLocation
            {
                findings.add(
                    .missingSource, "\(prefix).\(artifact.name).from, artifact location, or key is required",
                    at: artifact.value)
            }
        }
    }

    private func check(_ parameter: Port, _ findings: inout Findings) {
        let path = "\(prefix).\(parameter.name)"
        let value = parameter.value.given("value")
        let source = parameter.value.given("valueFrom")
        if value == nil && source == nil {
            if !isOpen && !given.contains(parameter.name) {
                findings.add(
                    .missingValue, "\(path).value or \(path).valueFrom is required",
                    at: parameter.value["name"] ?? parameter.value)
            }
            return
        }
        if let source, source.kind == .object {
            let isAllowed = ["configMapKeyRef", "event", "supplied", "default"].contains { source.given($0) != nil }
            let isOutput = ["path", "jsonPath", "jqFilter", "parameter", "expression"].contains {
                source.given($0) != nil
            }
            if isOutput || !isAllowed {
                findings.add(
                    .invalidValue, "\(path).valueFrom only allows: default, configMapKeyRef and supplied", at: source)
            }
        }
        checkChoices(of: parameter.value, value, path, &findings)
    }

    private func checkChoices(
        of parameter: DocumentValue, _ value: DocumentValue?, _ path: String, _ findings: inout Findings
    ) {
        guard let choices = parameter.given("enum"), choices.kind == .array else { return }
        if choices.count == 0 {
            findings.add(.invalidValue, "\(path).enum should contain at least one value", at: choices)
        } else if value == nil {
            // Without any source it has been told already.
            guard !isOpen, !given.contains(parameter["name"]?.sentText ?? ""), parameter.given("valueFrom") != nil
            else {
                return
            }
            findings.add(
                .missingValue, "\(path).value is required", at: choices,
                hint: "argo checks an 'enum' before it reads 'valueFrom'")
        } else if let value, value.isPlain, let text = value.scalarText {
            let known = choices.elements.compactMap(\.scalarText)
            guard !known.contains(text) else { return }
            findings.add(
                .invalidValue, "\(path).value should be present in \(path).enum list", at: value,
                choice: Finding.Choice(text, among: known))
        }
    }
}
