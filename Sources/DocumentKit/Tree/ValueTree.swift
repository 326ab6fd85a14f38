/// A document that is made or changed here; members keep their order, numbers their spelling.
package enum ValueTree: Sendable {
    case null
    case bool(Bool)
    /// A number as JSON spells it. Any other text is written as a string.
    case number(String)
    case string(String)
    case array([ValueTree])
    case object(Members)

    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// A string's text; nil for other kinds.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A number without fraction or exponent that fits.
    package var int: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// A string, a number (as it is spelled) or a boolean as text; nil for other kinds.
    package var scalarText: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// An array's elements; empty for other kinds.
    package var elements: [ValueTree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// An object's members; empty for other kinds.
    package var members: Members {
        if case .object(let members) = self { members } else { [:] }
    }
}
