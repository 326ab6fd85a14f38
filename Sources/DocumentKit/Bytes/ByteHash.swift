/// A number for some bytes, by which they are told from others; the same in every process.
package struct ByteHash: Hashable, Sendable {
    private let value: UInt64

    package init(_ bytes: borrowing Span<UInt8>) {
        var state = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var place = 0
        while place + 8 <= bytes.count {
            state = Self.mixed(state ^ bytes.word(at: place))
            place += 8
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        value = Self.mixed(state ^ rest)
    }

    /// Both halves of the product take part, so that every bit counts.
    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0x2545_F491_4F6C_DD1D).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
