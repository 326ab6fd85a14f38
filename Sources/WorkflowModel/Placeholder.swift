/// What stands between `{{` and `}}` in a text of a manifest: `{{inputs.parameters.name}}`, `{{= expression}}`.
package struct Placeholder: Sendable, Equatable {
    /// As it was written, blanks included.
    package var inside: Substring

    package init(inside: Substring) { self.inside = inside }

    /// Without the blanks around it: what is looked up.
    package var name: Substring { inside.trimmed }

    /// Its value is calculated, not looked up: `{{=asInt(inputs.parameters.n) + 1}}`.
    package var isExpression: Bool { name.utf8.first == UInt8(ascii: "=") }

    /// Another placeholder stands in it, so that its name is known only at run time: `{{inputs.parameters.{{item}}`.
    package var isNested: Bool { inside.firstPair(of: UInt8(ascii: "{")) != nil }
}

/// Splits a text at its placeholders: `a {{x}} b` is the text `a `, the placeholder `x` and the text ` b`.
///
/// A placeholder ends at the first `}}` behind its `{{`, whatever stands between, as it does for argo.
package struct PlaceholderScanner: Sequence, IteratorProtocol {
    package enum Part: Equatable {
        case text(Substring)
        case placeholder(Placeholder)
        /// `{{` without `}}`, and all that follows it; always the last part.
        case unclosed(Substring)
    }

    private var rest: Substring

    package init(_ text: some StringProtocol) { rest = Substring(text) }

    package mutating func next() -> Part? {
        guard !rest.isEmpty else { return nil }
        guard let open = rest.firstPair(of: UInt8(ascii: "{")) else {
            defer { rest = rest[rest.endIndex...] }
            return .text(rest)
        }
        if open > rest.startIndex {
            defer { rest = rest[open...] }
            return .text(rest[..<open])
        }
        let inside = rest[rest.utf8.index(open, offsetBy: 2)...]
        guard let close = inside.firstPair(of: UInt8(ascii: "}")) else {
            defer { rest = rest[rest.endIndex...] }
            return .unclosed(rest)
        }
        rest = inside[inside.utf8.index(close, offsetBy: 2)...]
        return .placeholder(Placeholder(inside: inside[..<close]))
    }
}

extension Substring {
    /// Without the blanks around it.
    package var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// Where an ASCII character first stands twice in a row.
    fileprivate func firstPair(of character: UInt8) -> Index? {
        var previous: Index?
        for index in utf8.indices {
            if utf8[index] != character {
                previous = nil
            } else if let previous {
                return previous
            } else {
                previous = index
            }
        }
        return nil
    }
}
