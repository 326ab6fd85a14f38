import WorkflowModel

/// What Kubernetes reads as an amount of something: `500m`, `1.5`, `2Gi`, `1e3`.
enum Quantity {
    private static let suffixes: Set<String> = [
        "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
    ]

    static func isValid(_ text: String) -> Bool {
        var rest = Substring(text)
        if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
        let number = rest.prefix { $0.isASCIIDigit || $0 == "." }
        guard number.contains(where: \.isASCIIDigit), number.count(where: { $0 == "." }) <= 1 else { return false }
        let suffix = rest[number.endIndex...]
        return suffixes.contains(String(suffix)) || isExponent(suffix)
    }

    /// `e3`, `E-2`
    private static func isExponent(_ text: Substring) -> Bool {
        guard text.first == "e" || text.first == "E" else { return false }
        let digits = text.dropFirst().drop { $0 == "-" || $0 == "+" }
        return !digits.isEmpty && text.count - digits.count <= 2 && digits.allSatisfy(\.isASCIIDigit)
    }
}
