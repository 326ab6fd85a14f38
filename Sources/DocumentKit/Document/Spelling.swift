/// How messages spell what stands in a text.
enum Spelling {
    /// What stands at a place: a whole word where there is one, else the character.
    static func found(_ text: [UInt8], _ offset: Int) -> String {
        var end = offset
        while end < text.count, end - offset < 20, text[end].isLetter { end += 1 }
        if end - offset > 1 { return "'\(String(decoding: text[offset..<end], as: UTF8.self))'" }
        guard let length = UTF8Sequence.length(text.span, at: offset) else {
            return "byte 0x\(String(text[offset], radix: 16, uppercase: true))"
        }
        let scalar = UTF8Sequence.scalar(text.span, at: offset, length: length)
        if scalar == "'" { return "a single quote" }
        return HiddenScalar.isHidden(scalar) ? HiddenScalar.name(scalar) : "'\(scalar)'"
    }
}
