/// Finds the end of a string and how its value has to be read.
enum JSONStringScanner {
    /// - Parameter start: the byte after the opening quote.
    /// - Returns: the offset of the closing quote.
    static func scan(
        _ text: borrowing Span<UInt8>, from start: Int
    ) throws(JSONFault) -> (end: Int, kind: TapeEntry.Kind) {
        var at = start
        var kind = TapeEntry.Kind.quoted
        while at < text.count {
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "\""): return (at, kind)
            case UInt8(ascii: "\\"):
                at += try escapeLength(text, at: at)
                kind = .escaped
            case 0..<0x20: throw JSONFault(.controlCharacter, at: at)
            case 0x20..<0x7F: at += 1
            default:
                guard let length = UTF8Sequence.length(text, at: at) else { throw JSONFault(.invalidUTF8, at: at) }
                at += length
                if kind == .quoted { kind = .text }
            }
        }
        throw JSONFault(.expected("'\"' at the end of a string"), at: text.count)
    }

    private static func escapeLength(_ text: borrowing Span<UInt8>, at offset: Int) throws(JSONFault) -> Int {
        guard offset + 1 < text.count else { throw JSONFault(.invalidEscape, at: offset) }
        switch text[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            for at in offset + 2..<offset + 6 {
                guard at < text.count, JSONEscape.hexadecimal(text[at]) != nil else {
                    throw JSONFault(.expected("four hexadecimal digits after '\\u'"), at: at)
                }
            }
            return 6
        default: throw JSONFault(.invalidEscape, at: offset)
        }
    }
}
