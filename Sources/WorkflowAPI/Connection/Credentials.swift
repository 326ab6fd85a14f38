/// The value of the Authorization header.
///
/// ```
/// Bearer eyJh…      kept             eyJh…     gets "Bearer "
/// Basic dXNlcjpw    kept             v2:eyJh…  gets "Bearer "
/// ```
package struct Credentials: Sendable, Equatable {
    package var authorization: Secret
    package var source: SettingSource

    package init(authorization: Secret, source: SettingSource) {
        self.authorization = authorization
        self.source = source
    }

    /// Reads a token with or without its scheme word; the white space around it does not count.
    init(token text: String, from source: SettingSource) throws(ConfigurationError) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first else { throw .token(source, .empty) }
        let trimmed = String(text[first.startIndex..<(words.last ?? first).endIndex])
        guard trimmed.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { throw .token(source, .unprintable) }
        let scheme = Self.schemes.first { $0.lowercased() == first.lowercased() }
        guard words.count > 1 else {
            guard scheme == nil else { throw .token(source, .schemeOnly(String(first))) }
            self.init(authorization: Secret("Bearer " + trimmed), source: source)
            return
        }
        let rest = trimmed[words[1].startIndex...]
        self.init(authorization: Secret("\(scheme ?? String(first)) \(rest)"), source: source)
    }

    /// The words that the server tells apart, case and all.
    private static let schemes = ["Bearer", "Basic"]
}
