extension JSONEscape {
    /// Appends a text as a JSON string: quotes, backslashes, control characters and the marks that reorder a line are
    /// escaped, everything else is copied. Bytes that are not UTF-8 become U+FFFD.
    package static func appendQuoted(_ text: borrowing Span<UInt8>, to output: inout [UInt8]) {
        output.append(.quote)
        var copied = 0
        var at = 0
        while at < text.count {
            let length = plainLength(text, at: at)
            guard length == 0 else {
                at += length
                continue
            }
            output.append(copying: text.extracting(copied..<at))
            if let length = UTF8Sequence.length(text, at: at) {
                appendEscape(of: UTF8Sequence.scalar(text, at: at, length: length).value, to: &output)
                at += length
            } else {
                output.append(contentsOf: UTF8.encodedReplacementCharacter)
                at += 1
            }
            copied = at
        }
        output.append(copying: text.extracting(copied..<at))
        output.append(.quote)
    }

    /// Where a string already stands as `appendQuoted` would write it, quotes included; nil where it does not.
    static func writtenForm(of entry: TapeEntry, in bytes: borrowing Span<UInt8>) -> Range<Int>? {
        let end = entry.range.upperBound
        guard entry.start > 0, bytes[entry.start - 1] == .quote, end < bytes.count,
            bytes[end] == .quote
        else { return nil }
        var at = entry.start
        while at < end {
            var length = plainLength(bytes, at: at)
            if length == 0, entry.kind == .escaped, bytes[at] == .backslash, isShortest(bytes[at + 1]) {
                length = 2
            }
            guard length > 0 else { return nil }
            at += length
        }
        return entry.start - 1..<end + 1
    }

    /// The length of a scalar that needs no escape; 0 for one that does and for bytes that are not UTF-8.
    private static func plainLength(_ text: borrowing Span<UInt8>, at offset: Int) -> Int {
        let byte = text[offset]
        if byte < 0x80 { return byte.isPlain ? 1 : 0 }
        guard let length = UTF8Sequence.length(text, at: offset) else { return 0 }
        return HiddenScalar.isHidden(UTF8Sequence.scalar(text, at: offset, length: length)) ? 0 : length
    }

    /// Whether the escape of this letter is the one `appendEscape` would choose.
    private static func isShortest(_ letter: UInt8) -> Bool {
        letter != UInt8(ascii: "u") && letter != UInt8(ascii: "/")
    }
}
