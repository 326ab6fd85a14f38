/// A URL as it may be shown: credentials before an `@` and in the query are replaced by asterisks.
package enum MaskedURL {
    package static func text(_ url: String) -> String {
        let end = url.firstIndex { $0 == "?" || $0 == "#" } ?? url.endIndex
        return withoutUserInfo(url[..<end]) + query(url[end...])
    }

    private static func withoutUserInfo(_ url: Substring) -> String {
        let start = url.firstRange(of: "//")?.upperBound ?? url.startIndex
        let end = url[start...].firstIndex(of: "/") ?? url.endIndex
        guard let mark = url[start..<end].lastIndex(of: "@") else { return String(url) }
        return "\(url[..<start])***\(url[mark...])"
    }

    private static func query(_ text: Substring) -> String {
        var masked = ""
        var name = ""
        var isSecret = false
        for character in text {
            if "?&#;".contains(character) {
                (name, isSecret) = ("", false)
            } else if character == "=", !isSecret {
                isSecret = secretNames.contains { name.lowercased().contains($0) }
                if isSecret { masked += "=***" }
            } else {
                name.append(character)
            }
            if !isSecret { masked.append(character) }
        }
        return masked
    }

    private static let secretNames = [
        "token", "secret", "password", "authorization", "apikey", "api_key", "signature", "code",
    ]
}
