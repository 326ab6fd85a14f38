/// What may stand between the values of a text: space, and `---` on a line of its own as in YAML.
enum DocumentSeparator {
    /// The first byte of the next value, or the end of the text.
    static func skip(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = skipSpace(text, from: start)
        while isDashes(text, at: at) { at = skipSpace(text, from: at + 3) }
        return at
    }

    private static func isDashes(_ text: borrowing Span<UInt8>, at offset: Int) -> Bool {
        guard offset + 3 <= text.count, text[offset] == .minus, text[offset + 1] == .minus, text[offset + 2] == .minus
        else { return false }
        guard offset == ByteOrderMark.length(text) || text[offset - 1] == .newline else { return false }
        var end = offset + 3
        while end < text.count, text[end] != .newline, text[end].isSpace { end += 1 }
        return end == text.count || text[end] == .newline
    }

    private static func skipSpace(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = start
        while at < text.count, text[at].isSpace { at += 1 }
        return at
    }
}
