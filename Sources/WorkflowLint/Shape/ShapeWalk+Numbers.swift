import DocumentKit

extension ShapeWalk {
    /// A parameter's value may be a number or a boolean, which argo makes a text of in its own way: of `1.10` it makes `1.1`,
    /// of `0644` it makes `420`.
    mutating func checkAnyString(_ value: DocumentValue) {
        guard let text = value.scalarText else {
            return addWrongType(value, expected: FieldKind.Scalar.anyString.expectation)
        }
        guard value.document.isYAML, value.kind != .string, let source = value.bareSpelling else { return }
        let outcome = value.kind == .number ? Double(text).map(Self.goText) ?? text : text
        guard outcome != source else { return }
        findings.add(
            .bareScalar, "\(value.path) \(source) is \(value.kind.described), which becomes the text '\(outcome)'",
            at: value, hint: "quote it: \"\(source)\"")
    }

    /// As Go formats a number with all its digits and without an exponent.
    private static func goText(_ number: Double) -> String {
        let text = "\(number)"
        guard let mark = text.firstIndex(of: "e") else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        // `-1.5e+20`: the digits, and how far their point moves.
        guard let power = Int(text[text.index(after: mark)...]) else { return text }
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text[..<mark].drop { $0 == "-" }.split(separator: ".")
        let whole = String(parts.first ?? "")
        let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
        if power < 0 { return sign + "0." + String(repeating: "0", count: -power - whole.count) + whole + fraction }
        return sign + whole + fraction + String(repeating: "0", count: max(0, power - fraction.count))
    }
}
