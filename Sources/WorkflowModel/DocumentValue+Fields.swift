import DocumentKit

// How the views read fields: what is missing, null or of another type is simply not there.

extension DocumentValue {
    /// A scalar member as text; empty for anything else.
    func text(_ key: String) -> String { text(of: key) ?? "" }

    /// A whole number, also when it was sent as a string.
    func integer(_ key: String) -> Int? {
        guard let value = self[key] else { return nil }
        return value.int ?? value.string.flatMap { Int($0) }
    }

    /// A boolean, also when it was sent as a string.
    func flag(_ key: String) -> Bool { text(of: key) == "true" }

    /// A time; the zero time, which stands for none, is none.
    func time(_ key: String) -> Timestamp? {
        var time: Timestamp?
        lendText(of: key) { time = Timestamp(rfc3339: $0) }
        return time.flatMap { $0 > .zero ? $0 : nil }
    }

    /// The scalar elements of an array member.
    func texts(_ key: String) -> [String] { self[key]?.elements.compactMap(\.scalarText) ?? [] }

    /// Any value as text: scalars as they are, containers as compact JSON; nil for null.
    var anyText: String? {
        switch kind {
        case .null: nil
        case .array, .object: JSONWriter.text(self, style: .compact)
        case .bool, .number, .string: scalarText
        }
    }
}
