/// One step through bytes that should be UTF-8: a scalar, or a byte that belongs to none.
///
/// Strict as the Unicode standard's table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
///
/// ```
/// 61          a       U+0061, 1 byte
/// C3 A9       é       U+00E9, 2 bytes
/// E2 82 AC    €       U+20AC, 3 bytes
/// F0 9F 98 80 😀      U+1F600, 4 bytes
/// ED A0 80            three bytes that are not text (a surrogate)
/// ```
struct UTF8Step {
    /// The scalar's value; nil for a byte that is not text.
    var scalar: UInt32?
    /// Bytes it takes; 1 for a byte that is not text.
    var length: Int

    /// Reads the step that starts at `index`, which lies within `bytes`.
    init(_ bytes: borrowing Span<UInt8>, at index: Int) {
        let lead = UInt32(bytes[index])
        let needed: Int
        var value: UInt32
        let least: UInt32
        switch lead {
        case 0x00...0x7F:
            scalar = lead
            length = 1
            return
        case 0xC2...0xDF: (needed, value, least) = (1, lead & 0x1F, 0x80)
        case 0xE0...0xEF: (needed, value, least) = (2, lead & 0x0F, 0x800)
        case 0xF0...0xF4: (needed, value, least) = (3, lead & 0x07, 0x1_0000)
        default: (needed, value, least) = (bytes.count, 0, 0)
        }
        scalar = nil
        length = 1
        guard needed < bytes.count - index else { return }
        for offset in 1...needed {
            let byte = UInt32(bytes[index + offset])
            guard byte & 0xC0 == 0x80 else { return }
            value = value << 6 | byte & 0x3F
        }
        guard value >= least, value <= 0x10_FFFF, !(0xD800...0xDFFF).contains(value) else { return }
        scalar = value
        length = needed + 1
    }
}
