/// What the words of one command stand for. Help is an answer, not an error.
package enum ParseResult<Value> {
    case value(Value)
    case help
}

extension ParseResult: Sendable where Value: Sendable {}
extension ParseResult: Equatable where Value: Equatable {}

/// Something the user should know about a command line that works.
package enum ArgumentNote: Equatable, Sendable {
    /// An option was given by a name it no longer has; both are whole spellings.
    case renamed(from: String, to: String)
}

extension ArgumentNote: CustomStringConvertible {
    package var description: String {
        switch self {
        case .renamed(let old, let new): "'\(old)' is now '\(new)'"
        }
    }
}
