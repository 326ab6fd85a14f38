/// The escapes of JSON strings, in both directions: `\n`, `\u00e9`, and the pair `\ud83d\ude00` for `😀`.
package enum JSONEscape {
    /// Decodes the inside of a string whose escapes were checked. Surrogates are joined, a lone one becomes U+FFFD.
    static func decode(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, into decoded: inout [UInt8]) {
        var at = range.lowerBound
        while at < range.upperBound {
            guard bytes[at] == .backslash else {
                let start = at
                while at < range.upperBound, bytes[at] != .backslash { at += 1 }
                decoded.append(copying: bytes.extracting(start..<at))
                continue
            }
            if bytes[at + 1] == UInt8(ascii: "u") {
                let (scalar, length) = scalar(bytes, at, range.upperBound)
                append(scalar, to: &decoded)
                at += length
            } else {
                decoded.append(character(bytes[at + 1]))
                at += 2
            }
        }
    }

    /// Appends the shortest escape of a control character or another scalar of the basic plane.
    static func appendEscape(of scalar: UInt32, to output: inout [UInt8]) {
        output.append(.backslash)
        switch scalar {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: output.append(UInt8(truncatingIfNeeded: scalar))
        default:
            output.append(UInt8(ascii: "u"))
            for shift: UInt32 in [12, 8, 4, 0] {
                let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
                output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }

    /// The value of four hexadecimal digits, nil where one is missing.
    static func codeUnit(_ bytes: borrowing Span<UInt8>, at offset: Int) -> UInt32? {
        guard offset + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for at in offset..<offset + 4 {
            guard let digit = hexadecimal(bytes[at]) else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The scalar of the `\u` escape at an offset, and how many bytes spell it (12 for a pair).
    private static func scalar(
        _ bytes: borrowing Span<UInt8>, _ at: Int, _ end: Int
    ) -> (scalar: Unicode.Scalar, length: Int) {
        let high = codeUnit(bytes, at: at + 2) ?? 0xFFFD
        if (0xD800..<0xDC00).contains(high), at + 12 <= end, bytes[at + 6] == .backslash,
            bytes[at + 7] == UInt8(ascii: "u"), let low = codeUnit(bytes, at: at + 8), (0xDC00..<0xE000).contains(low)
        {
            return (Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}", 12)
        }
        return (Unicode.Scalar(high) ?? "\u{FFFD}", 6)
    }

    private static func character(_ escape: UInt8) -> UInt8 {
        switch escape {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: escape
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
