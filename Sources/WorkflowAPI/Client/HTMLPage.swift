/// A page for people where the API was expected.
struct HTMLPage {
    private let title: String?

    init(_ body: [UInt8]) {
        let bytes = Array(body.prefix(16_384))
        // Letters of ASCII keep their places; others may have more bytes in the other case.
        let lower = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        guard let tag = lower.firstRange(of: Array("<title".utf8)),
            let start = lower[tag.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let end = lower[start...].firstRange(of: Array("</title>".utf8))?.lowerBound
        else {
            title = nil
            return
        }
        let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        title = words.isEmpty ? nil : String(words.prefix(80))
    }

    /// What calls itself HTML is; what does not say or is an error is looked at.
    static func isPage(_ head: HTTPHead, _ body: [UInt8]) -> Bool {
        let type = head["Content-Type"]?.lowercased()
        if let type, type.contains("html") { return true }
        guard type == nil || !head.isSuccess else { return false }
        let start = body.drop { " \t\r\n".utf8.contains($0) }.prefix(14)
        let text = String(decoding: start, as: UTF8.self).lowercased()
        return text.hasPrefix("<html") || text.hasPrefix("<!doctype html")
    }

    /// The error keeps the status of a refusal; a page that claims to be a success is none.
    func error(status: Int, url: String, retryAfter: Int? = nil) -> BackendError {
        let name = title.map { " ('\($0)')" } ?? ""
        let place = MaskedURL.text(String(url.prefix { $0 != "?" }))
        let message = "an HTML page\(name) came from '\(place)', which does not look like the API"
        return switch status {
        case 401, 403, 429, 500...: BackendError(status: status, message: message, retryAfter: retryAfter)
        default: .malformed(message)
        }
    }
}
