extension JSONEscape {
    /// Appends a text as a JSON string: quotes, backslashes, control characters and the marks that reorder a line are
    /// escaped, everything else is copied. Bytes that are not UTF-8 become U+FFFD.
    static func appendQuoted(_ text: borrowing Span<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var copied = 0
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                at += 1
                continue
            }
            let length = UTF8Sequence.length(text, at: at)
            let scalar = UTF8Sequence.scalar(text, at: at, length: length ?? 1)
            let isPlain = length != nil && byte >= 0x80 && !HiddenScalar.isHidden(scalar)
            if !isPlain {
                output.append(copying: text.extracting(copied..<at))
                if length == nil {
                    output.append(contentsOf: UTF8.encodedReplacementCharacter)
                } else {
                    appendEscape(of: scalar.value, to: &output)
                }
                copied = at + (length ?? 1)
            }
            at += length ?? 1
        }
        output.append(copying: text.extracting(copied..<at))
        output.append(UInt8(ascii: "\""))
    }
}
