/// What may stand in a YAML text at all: UTF-8 without control characters but tab and line breaks.
enum YAMLCharacters {
    static func check(_ bytes: [UInt8]) throws(YAMLFault) {
        let text = bytes.span
        var at = 0
        while at < text.count {
            if at &+ 8 <= text.count, isHarmless(text.word(at: at)) {
                at &+= 8
                continue
            }
            let byte = text[at]
            if byte < 0x80 {
                guard byte >= 0x20 || byte.isBlankOrBreak else {
                    throw YAMLFault(
                        "control character \(HiddenScalar.name(Unicode.Scalar(byte))); write it as an escape in double quotes",
                        at: at)
                }
                at &+= 1
            } else {
                guard let length = UTF8Sequence.length(text, at: at) else {
                    let name = String(byte, radix: 16, uppercase: true)
                    throw YAMLFault("the text is not UTF-8: byte 0x\(name)", at: at)
                }
                at &+= length
            }
        }
    }

    /// Whether eight bytes are ASCII from space on, or newlines.
    @inline(__always)
    private static func isHarmless(_ word: UInt64) -> Bool {
        let tops: UInt64 = 0x8080_8080_8080_8080
        guard word & tops == 0 else { return false }
        // The sums stay within their bytes: the top bit tells bytes from 0x20 on, and bytes that are not 0x0A.
        let fromSpace = word &+ 0x6060_6060_6060_6060
        let notNewline = (word ^ 0x0A0A_0A0A_0A0A_0A0A) &+ 0x7F7F_7F7F_7F7F_7F7F
        return (fromSpace | ~notNewline) & tops == tops
    }
}
