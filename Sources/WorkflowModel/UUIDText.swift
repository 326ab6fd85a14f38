/// UUIDs in their usual form: `1b4e28ba-2fa1-4d4b-88f1-0242ac120002`.
package enum UUIDText {
    /// A random one (version 4).
    package static func random(_ random: () -> UInt64) -> String {
        let high = random() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        return text(high, random())
    }

    /// One with these bits, except for those that say which kind of UUID it is.
    package static func text(_ high: UInt64, _ low: UInt64) -> String {
        let low = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = [high, low].map { value in
            let text = String(value, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}
