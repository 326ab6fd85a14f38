import DocumentKit
import WorkflowModel

extension ShapeWalk {
    mutating func check(_ value: DocumentValue, as scalar: FieldKind.Scalar) {
        switch scalar {
        case .any: break
        case .object: if value.kind != .object { addWrongType(value, expected: "an object") }
        case .labels: checkLabels(value)
        case .annotations: checkAnnotations(value)
        case .bool: if value.kind != .bool { addWrongType(value, expected: "a boolean", hint: booleanHint(value)) }
        case .int: if !value.isInteger { addWrongType(value, expected: "an integer", hint: numberHint(value)) }
        case .number: if value.kind != .number { addWrongType(value, expected: "a number", hint: numberHint(value)) }
        case .anyString: checkAnyString(value)
        case .intOrString, .intOrVariable: checkIntOrString(value, scalar)
        case .quantity: checkQuantity(value)
        default: if let text = text(of: value) { checkText(text, value, as: scalar) }
        }
    }

    /// The text that is sent. What is no string is reported: a bare number in YAML may well be meant as text.
    mutating func text(of value: DocumentValue) -> String? {
        guard let text = value.sentText else {
            addWrongType(value, expected: "a string")
            return nil
        }
        if value.kind != .string {
            findings.add(
                .bareScalar, "\(value.path) is \(value.kind.described), expected a string", at: value,
                hint: "quote it: \"\(value.bareSpelling ?? text)\"")
        }
        return text
    }

    private mutating func checkText(_ text: String, _ value: DocumentValue, as scalar: FieldKind.Scalar) {
        switch scalar {
        case .fieldName: checkFieldName(text, value)
        case .parameterName: checkParameterName(text, value)
        default: break
        }
        // In the list an empty schedule is one; the older single field is as good as not there.
        guard !text.isEmpty || scalar == .schedule && value.path.hasSuffix("]"), !text.hasVariable else { return }
        switch scalar {
        case .time:
            if Timestamp(rfc3339: text) == nil {
                addBad(.invalidValue, value, "is not an RFC 3339 time", hint: "for example 2026-01-02T15:04:05Z")
            }
        case .duration: checkDuration(text, value, takesSeconds: true)
        case .goDuration: checkDuration(text, value, takesSeconds: false)
        case .schedule:
            if let problem = CronSchedule.problem(in: text) {
                findings.add(.invalidSchedule, "cron schedule \(text) is malformed: \(problem)", at: value)
            }
        case .expression: checkExpression(text, value)
        case .globalName: checkParameterName(text, value)
        case .subdomain: checkName(text, value, ObjectName.subdomainProblem(text))
        case .namePrefix: checkName(text, value, ObjectName.prefixProblem(text))
        case .label: checkName(text, value, ObjectName.labelProblem(text))
        case .portName: checkName(text, value, ObjectName.portProblem(text))
        default: break
        }
    }

    private mutating func checkExpression(_ text: String, _ value: DocumentValue) {
        do throws(ExpressionFault) {
            _ = try ValueExpression(parsing: text)
        } catch {
            addBad(.invalidExpression, value, "cannot be read: \(error.message)", hint: error.hint)
        }
    }

    private mutating func checkDuration(_ text: String, _ value: DocumentValue, takesSeconds: Bool) {
        let units = "units are h, m, s and ms, as in 1h30m"
        let hint: String
        if Int(text) != nil {
            if takesSeconds || text == "0" { return }
            hint = "the unit is missing: \(text)s"
        } else {
            if GoDuration.isValid(text) { return }
            hint = text.hasSuffix("d") ? "\(units); a day is 24h" : units
        }
        guard let name = template?.name("name"), value.path.hasSuffix(".timeout") else {
            return addBad(.invalidDuration, value, "is not a duration", hint: hint)
        }
        findings.add(.invalidDuration, "\(name) has invalid duration format in timeout", at: value, hint: hint)
    }

    private mutating func checkQuantity(_ value: DocumentValue) {
        guard value.kind == .string || value.kind == .number, let text = value.scalarText else {
            addWrongType(value, expected: "a quantity")
            return
        }
        if text.hasVariable || Quantity.isValid(text) { return }
        addBad(.invalidQuantity, value, "is not a quantity", hint: "for example 500m, 1.5, 128Mi or 2Gi")
    }

    private mutating func checkIntOrString(_ value: DocumentValue, _ scalar: FieldKind.Scalar) {
        if value.isInteger { return }
        guard let text = value.string else {
            addWrongType(value, expected: scalar.expectation)
            return
        }
        guard scalar == .intOrVariable, !text.isEmpty, !text.hasVariable, Int(text) == nil else { return }
        let hint = "write a number, or a variable that holds one"
        guard let template, value.path.hasSuffix(".activeDeadlineSeconds") else {
            return addBad(.invalidValue, value, "is not a whole number", hint: hint)
        }
        findings.add(
            .invalidValue,
            "\(ShapeText.path(of: value, in: template)) must be a positive integer > 0 or an argo variable", at: value,
            hint: hint)
    }

    private func booleanHint(_ value: DocumentValue) -> String? {
        guard let text = value.string else { return nil }
        if text.hasVariable { return "this field takes no variables" }
        return switch text.lowercased() {
        case "true", "yes", "on", "y": "write true, without quotes"
        case "false", "no", "off", "n": "write false, without quotes"
        default: nil
        }
    }

    private func numberHint(_ value: DocumentValue) -> String? {
        guard let text = value.string else { return nil }
        if text.hasVariable { return "this field takes no variables" }
        return Int(text) == nil ? nil : "write it without quotes"
    }
}

extension FieldKind.Scalar {
    /// What messages say a value should have been.
    var expectation: String {
        switch self {
        case .any: "a value"
        case .object, .labels, .annotations: "an object"
        case .bool: "a boolean"
        case .int: "an integer"
        case .number: "a number"
        case .anyString: "a string, a number or a boolean"
        case .intOrString, .intOrVariable: "an integer or a string"
        case .quantity: "a quantity"
        default: "a string"
        }
    }
}

extension DocumentValue {
    /// A number that has neither a fraction nor an exponent.
    fileprivate var isInteger: Bool {
        guard kind == .number, let text = scalarText else { return false }
        return Int(text) != nil || text.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }
    }
}

extension String {
    /// Whether a server puts something else in its place before it reads the text.
    var hasVariable: Bool {
        var last: UInt8 = 0
        for byte in utf8 {
            if byte == UInt8(ascii: "{"), last == byte { return true }
            last = byte
        }
        return false
    }
}
