extension HTTPRequest {
    /// `argo-server:2746`: what messages call the other end. Never contains credentials.
    var authority: String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority)
    }

    /// Refuses what URLSession would send in some other form than it was meant: dropped headers, injected lines.
    func validate() throws(BackendError) {
        let scheme = url.prefix { $0 != ":" }
        guard scheme == "http" || scheme == "https", !authority.isEmpty,
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .invalid("'\(authority)' does not make a valid http or https URL") }
        if method == .get, body != nil { throw .invalid("a GET request cannot have a body") }
        for header in headers {
            guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isTokenByte) else {
                throw .invalid("'\(header.name)' is not a valid header name")
            }
            // The value may be a credential: it stays out of the message.
            for value in [header.value] + header.furtherValues {
                guard value.utf8.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
                    throw .invalid("the value of header '\(header.name)' has a line break or another control character")
                }
            }
        }
    }

    /// A byte of an RFC 9110 token.
    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
