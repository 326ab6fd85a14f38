/// A mistake in the command line itself.
package enum ArgumentError: Error, Equatable, Sendable {
    /// The word as typed; `suggestion` is a whole spelling.
    case unknownOption(String, suggestion: String? = nil)
    case unknownCommand(String, suggestion: String? = nil)
    /// Known from other tools of this family, and why it is not here.
    case refusedOption(String, reason: String)
    case refusedCommand(String, reason: String)
    /// A global option in front of a command that does not take it.
    case inapplicableOption(String, command: String)
    case missingValue(ArgumentSource)
    case missingOption(String)
    case missingArgument(String)
    case missingCommand([String])
    case unexpectedArgument(String)
    /// `word` is nil when the value is a secret; `reason` continues the sentence.
    case invalidValue(_ word: String?, for: ArgumentSource, reason: String, suggestion: String? = nil)
    /// A rule between arguments, from a command's `validate()`.
    case conflict(String)
}

extension ArgumentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownOption(let word, let suggestion): "unknown option '\(word)'" + Self.hint(suggestion)
        case .unknownCommand(let word, let suggestion): "unknown command '\(word)'" + Self.hint(suggestion)
        case .refusedOption(let word, let reason): "option '\(word)' is not supported: \(reason)"
        case .refusedCommand(let word, let reason): "command '\(word)' is not supported: \(reason)"
        case .inapplicableOption(let word, let command): "option '\(word)' does not apply to '\(command)'"
        case .missingValue(let source): "option \(source) needs a value"
        case .missingOption(let spelling): "missing option '\(spelling)'"
        case .missingArgument(let label): "missing argument <\(label)>"
        case .missingCommand(let path): "'\(path.joined(separator: " "))' needs a command"
        case .unexpectedArgument(let word): "unexpected argument '\(word)'"
        case .invalidValue(let word, let source, let reason, let suggestion):
            Self.invalid(word, source, reason) + Self.hint(suggestion)
        case .conflict(let message): message
        }
    }

    private static func invalid(_ word: String?, _ source: ArgumentSource, _ reason: String) -> String {
        let quoted = word.map { " '\($0)'" } ?? ""
        let tail = reason.isEmpty ? "" : ": " + reason
        return "invalid value\(quoted) for \(source)\(tail)"
    }

    private static func hint(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }
}
