/// Why a text is no selector of nodes.
package enum NodeFieldSelectorError: Error, Hashable, Sendable {
    /// A term that is not `key=value`, `key==value` or `key!=value`.
    case malformed(term: String)
    /// A key that is none of `knownKeys`.
    case unknownKey(String)

    package var knownKeys: [String] { NodeField.keys }

    package var message: String {
        switch self {
        case .malformed(let term): "expected 'key=value' or 'key!=value', found '\(term)'"
        case .unknownKey(let key): "unknown node field '\(key)'; known are \(knownKeys.joined(separator: ", "))"
        }
    }
}
