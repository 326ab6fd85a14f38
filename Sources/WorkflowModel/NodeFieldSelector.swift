// `displayName=build,phase!=Succeeded,inputs.parameters.arch.value==arm64`
//
// Terms are joined by commas and must all hold. A backslash takes the meaning from a comma, an equals sign or a
// backslash in a value. A field the node does not have is the empty text.

/// Picks nodes of a workflow by their fields, in the grammar of argo's `--node-field-selector`.
package struct NodeFieldSelector: Sendable, Hashable {
    package struct Term: Sendable, Hashable {
        package var key: NodeField
        package var isEqual: Bool
        package var value: String

        package init(_ key: NodeField, isEqual: Bool = true, _ value: String) {
            self.key = key
            self.isEqual = isEqual
            self.value = value
        }
    }

    package var terms: [Term]

    package init(_ terms: [Term]) { self.terms = terms }

    package init(_ text: String) throws(NodeFieldSelectorError) {
        terms = []
        for part in Self.split(text) where !part.allSatisfy(\.isWhitespace) { terms.append(try Self.term(part)) }
    }

    /// What `--status` stands for.
    package static func phase(_ word: String) -> NodeFieldSelector {
        NodeFieldSelector([Term(.phase, word)])
    }

    /// As it is written, so that reading it gives the same again.
    package var text: String {
        terms.map { "\($0.key.key)\($0.isEqual ? "=" : "!=")\(Self.escaped($0.value))" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        value.flatMap { "\\,=".contains($0) ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
    }

    package func matches(_ node: WorkflowNode) -> Bool {
        terms.allSatisfy { ($0.key.text(of: node) == $0.value) == $0.isEqual }
    }

    private static func split(_ text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isEscaped = false
        for place in text.indices {
            if text[place] == ",", !isEscaped {
                parts.append(text[start..<place])
                start = text.index(after: place)
            }
            isEscaped = text[place] == "\\" && !isEscaped
        }
        return parts + [text[start...]]
    }

    private static func term(_ part: Substring) throws(NodeFieldSelectorError) -> Term {
        let text = trimmed(part)
        guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "!" }) else {
            throw .malformed(term: String(text))
        }
        var rest = text[text.index(after: sign)...]
        let isEqual = text[sign] == "="
        if rest.first == "=" {
            rest.removeFirst()
        } else if !isEqual {
            throw .malformed(term: String(text))
        }
        let name = String(trimmed(text[..<sign]))
        guard let key = NodeField(name) else { throw .unknownKey(name) }
        guard let value = unescaped(trimmed(rest)) else { throw .malformed(term: String(text)) }
        return Term(key, isEqual: isEqual, value)
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// nil where a bare `=` stands in a value, or a backslash before anything that needs none.
    private static func unescaped(_ text: Substring) -> String? {
        var value = ""
        var isEscaped = false
        for character in text {
            switch (character, isEscaped) {
            case ("\\", false): isEscaped = true
            case ("=", false): return nil
            case (",", true), ("=", true), ("\\", true), (_, false):
                value.append(character)
                isEscaped = false
            case (_, true): return nil
            }
        }
        return isEscaped ? nil : value
    }
}
