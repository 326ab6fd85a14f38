/// The bytes of one scalar in UTF-8: `é` is `C3 A9`, `€` is `E2 82 AC`, `😀` is `F0 9F 98 80`.
package enum UTF8Sequence {
    static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The length of the well-formed sequence at an offset, or nil for bytes that are not UTF-8
    /// (overlong forms, surrogates, values past U+10FFFF, cut sequences).
    package static func length(_ text: borrowing Span<UInt8>, at offset: Int) -> Int? {
        let lead = text[offset]
        switch lead {
        case 0..<0x80: return 1
        case 0xC2...0xDF: return continues(text, offset, 1, from: 0x80, through: 0xBF) ? 2 : nil
        case 0xE0: return continues(text, offset, 2, from: 0xA0, through: 0xBF) ? 3 : nil
        case 0xED: return continues(text, offset, 2, from: 0x80, through: 0x9F) ? 3 : nil
        case 0xE1...0xEF: return continues(text, offset, 2, from: 0x80, through: 0xBF) ? 3 : nil
        case 0xF0: return continues(text, offset, 3, from: 0x90, through: 0xBF) ? 4 : nil
        case 0xF4: return continues(text, offset, 3, from: 0x80, through: 0x8F) ? 4 : nil
        case 0xF1...0xF3: return continues(text, offset, 3, from: 0x80, through: 0xBF) ? 4 : nil
        default: return nil
        }
    }

    /// The scalar of a sequence whose length is known.
    package static func scalar(_ text: borrowing Span<UInt8>, at offset: Int, length: Int) -> Unicode.Scalar {
        let lead = UInt32(text[offset])
        var value = length == 1 ? lead : lead & (0xFF >> UInt32(length + 1))
        for step in 1..<max(length, 1) { value = value << 6 | UInt32(text[offset + step] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// Only the first continuation byte has a range of its own.
    private static func continues(
        _ text: borrowing Span<UInt8>, _ offset: Int, _ count: Int, from low: UInt8, through high: UInt8
    ) -> Bool {
        guard offset + count < text.count, text[offset + 1] >= low, text[offset + 1] <= high else { return false }
        var step = 2
        while step <= count {
            guard isContinuation(text[offset + step]) else { return false }
            step += 1
        }
        return true
    }
}
