/// Which header carries a secret, and in which form.
///
/// ```
/// Bearer eyJh…      kept             eyJh…     gets "Bearer "
/// Basic dXNlcjpw    kept             v2:eyJh…  gets "Bearer "
/// ```
package enum CredentialHeader: Sendable, Equatable {
    /// `Authorization`, with a scheme word before the token.
    case authorization
    /// Another one, such as `X-API-Key`, that holds the secret and nothing else.
    case named(String)

    package var name: String {
        switch self {
        case .authorization: "Authorization"
        case .named(let name): name
        }
    }

    /// The header's value for a secret; the white space around a secret does not count.
    package func value(of text: String) throws(TokenProblem) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let last = words.last else { throw .empty }
        let trimmed = String(text[first.startIndex..<last.endIndex])
        guard trimmed.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { throw .unprintable }
        guard case .authorization = self else { return trimmed }
        let scheme = Self.schemes.first { $0.lowercased() == first.lowercased() }
        guard words.count > 1 else {
            guard scheme == nil else { throw .schemeOnly(String(first)) }
            return "Bearer " + trimmed
        }
        return "\(scheme ?? String(first)) \(trimmed[words[1].startIndex...])"
    }

    /// The words that the server tells apart, case and all.
    private static let schemes = ["Bearer", "Basic"]
}
