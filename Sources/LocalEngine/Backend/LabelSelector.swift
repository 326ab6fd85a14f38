import WorkflowAPI

/// A Kubernetes label selector: `app=web,tier in (a, b),!old,version>3`.
struct LabelSelector: Sendable, Equatable {
    enum Requirement: Sendable, Equatable {
        case exists(String)
        case absent(String)
        case isIn(String, [String])
        case isNotIn(String, [String])
        case greater(String, Int)
        case less(String, Int)
    }

    private(set) var requirements: [Requirement] = []

    init(parsing text: String) throws(BackendError) {
        var words = Self.words(text)[...]
        while !words.isEmpty {
            guard let requirement = Self.requirement(&words) else {
                throw .invalid("'\(text)' is no label selector")
            }
            requirements.append(requirement)
            if words.isEmpty { break }
            guard words.popFirst() == ",", !words.isEmpty else { throw .invalid("'\(text)' is no label selector") }
        }
    }

    /// Whether labels, asked for one by one, meet all requirements. One that is not there meets `!=` and `notin`.
    func matches(_ label: (String) -> String?) -> Bool {
        requirements.allSatisfy { requirement in
            switch requirement {
            case .exists(let key): label(key) != nil
            case .absent(let key): label(key) == nil
            case .isIn(let key, let values): label(key).map(values.contains) ?? false
            case .isNotIn(let key, let values): !(label(key).map(values.contains) ?? false)
            case .greater(let key, let bound): label(key).flatMap { Int($0) }.map { $0 > bound } ?? false
            case .less(let key, let bound): label(key).flatMap { Int($0) }.map { $0 < bound } ?? false
            }
        }
    }

    /// Operators, brackets and commas by themselves; everything between them and spaces.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            if character.isWhitespace || "!=(),<>".contains(character) {
                if !word.isEmpty { words.append(word) }
                word = ""
                if character == "=", let last = words.last, last == "!" || last == "=" {
                    words[words.count - 1] = last + "="
                } else if !character.isWhitespace {
                    words.append(String(character))
                }
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func isWord(_ text: String?) -> Bool {
        text.map { !$0.isEmpty && !$0.contains { "!=(),<>".contains($0) } } ?? false
    }

    private static func requirement(_ words: inout ArraySlice<String>) -> Requirement? {
        if words.first == "!" {
            words.removeFirst()
            guard let key = words.popFirst(), isWord(key) else { return nil }
            return .absent(key)
        }
        guard let key = words.popFirst(), isWord(key) else { return nil }
        guard let sign = words.first, sign != "," else { return .exists(key) }
        words.removeFirst()
        switch sign {
        case "=", "==": return .isIn(key, [value(&words)])
        case "!=": return .isNotIn(key, [value(&words)])
        case "in": return values(&words).map { .isIn(key, $0) }
        case "notin": return values(&words).map { .isNotIn(key, $0) }
        case ">", "<":
            guard let bound = words.popFirst().flatMap({ Int($0) }) else { return nil }
            return sign == ">" ? .greater(key, bound) : .less(key, bound)
        default: return nil
        }
    }

    /// A value may be empty: `app=`.
    private static func value(_ words: inout ArraySlice<String>) -> String {
        isWord(words.first) ? words.removeFirst() : ""
    }

    private static func values(_ words: inout ArraySlice<String>) -> [String]? {
        guard words.popFirst() == "(" else { return nil }
        var values = [value(&words)]
        while words.first == "," {
            words.removeFirst()
            values.append(value(&words))
        }
        return words.popFirst() == ")" ? values : nil
    }
}
