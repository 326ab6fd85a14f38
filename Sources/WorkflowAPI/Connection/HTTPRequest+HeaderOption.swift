extension HTTPRequest.Header {
    /// Reads `Name: value`, cut once at the first colon; the value may hold colons and commas.
    init(option text: String) throws(ConfigurationError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .header(.noColon) }
        let name = String(parts[0])
        guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte) else { throw .header(.badName(name)) }
        guard !Self.reserved.contains(name.lowercased()) else { throw .header(.reserved(name)) }
        let value = parts[1].drop { $0 == " " || $0 == "\t" }
        guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else { throw .header(.badValue(name)) }
        self.init(name, String(value))
    }

    /// The bytes of a token in RFC 9110.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }

    /// These frame the message; a wrong one makes the server wait or misread.
    private static let reserved: Set = ["connection", "content-length", "expect", "transfer-encoding", "upgrade"]
}
