extension JSONEscape {
    /// The text that the inside of a string stands for; nil when an escape in it is none.
    ///
    /// For strings that were found without a parser. Bytes that are not UTF-8 come out as they went in.
    package static func decoded(_ inside: borrowing Span<UInt8>) -> [UInt8]? {
        var at = 0
        while at < inside.count {
            guard inside[at] == .backslash else {
                at += 1
                continue
            }
            guard at + 1 < inside.count else { return nil }
            switch inside[at + 1] {
            case UInt8(ascii: "u"):
                guard codeUnit(inside, at: at + 2) != nil else { return nil }
                at += 6
            case UInt8(ascii: "\""), .backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
                UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
                at += 2
            default: return nil
            }
        }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(inside.count)
        decode(inside, 0..<inside.count, into: &decoded)
        return decoded
    }
}
