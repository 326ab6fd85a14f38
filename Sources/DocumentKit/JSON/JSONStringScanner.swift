/// Finds the end of a string and how its value has to be read.
enum JSONStringScanner<Blocks: ByteBlocks> {
    /// - Parameter start: the byte after the opening quote.
    /// - Returns: the offset of the closing quote.
    @inline(__always)
    static func scan(
        _ text: borrowing Span<UInt8>, from start: Int
    ) throws(JSONFault) -> (end: Int, kind: TapeEntry.Kind) {
        let at = plainEnd(text, from: start)
        // Most strings end here.
        if at < text.count, text[at] == .quote { return (at, .quoted) }
        return try scanRest(text, from: at)
    }

    @inline(never)
    private static func scanRest(
        _ text: borrowing Span<UInt8>, from start: Int
    ) throws(JSONFault) -> (end: Int, kind: TapeEntry.Kind) {
        var at = start
        var kind = TapeEntry.Kind.quoted
        while at < text.count {
            let byte = text[at]
            switch byte {
            case .quote: return (at, kind)
            case .backslash:
                at += try escapeLength(text, at: at)
                kind = .escaped
            case 0..<0x20: throw JSONFault(.controlCharacter, at: at)
            default:
                guard let length = UTF8Sequence.length(text, at: at) else { throw JSONFault(.invalidUTF8, at: at) }
                at += length
                if kind == .quoted { kind = .text }
            }
            at = plainEnd(text, from: at)
        }
        throw JSONFault(.expected("'\"' at the end of a string"), at: text.count)
    }

    /// The first byte that is not plain, or the end of the text.
    @inline(__always)
    private static func plainEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = start
        while at &+ Blocks.width <= text.count {
            let plain = Blocks.plainPrefix(text, at: at)
            at &+= plain
            if plain < Blocks.width { return at }
        }
        while at < text.count, text[at].isPlain { at &+= 1 }
        return at
    }

    private static func escapeLength(_ text: borrowing Span<UInt8>, at offset: Int) throws(JSONFault) -> Int {
        guard offset + 1 < text.count else { throw JSONFault(.invalidEscape, at: offset) }
        switch text[offset + 1] {
        case .quote, .backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
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
