#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where content and pod stand in a message of the form that nearly all have, byte for byte.
///
///     {"result":{"content":"hello","podName":"x-1"}}
struct PlainFrame {
    let content: Range<Int>
    let pod: Range<Int>
    /// The content has backslashes in it, which a pod's name may not have.
    let hasEscapes: Bool

    private static let start: StaticString = #"{"result":{"content":""#
    private static let middle: StaticString = #"","podName":""#
    private static let end: StaticString = #""}}"#

    init?(_ bytes: UnsafeRawBufferPointer) {
        guard Self.stands(Self.start, in: bytes, at: 0) else { return nil }
        let contentStart = Self.start.utf8CodeUnitCount
        guard let (contentEnd, hasEscapes) = Self.stringEnd(in: bytes, from: contentStart),
            Self.stands(Self.middle, in: bytes, at: contentEnd)
        else { return nil }
        let podStart = contentEnd + Self.middle.utf8CodeUnitCount
        guard let (podEnd, isEscaped) = Self.stringEnd(in: bytes, from: podStart), !isEscaped,
            Self.stands(Self.end, in: bytes, at: podEnd)
        else { return nil }
        for place in (podEnd + Self.end.utf8CodeUnitCount)..<bytes.count
        where bytes[place] != 0x20 && bytes[place] != 0x0D { return nil }
        content = contentStart..<contentEnd
        pod = podStart..<podEnd
        self.hasEscapes = hasEscapes
    }

    private static func stands(_ text: StaticString, in bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard let base = bytes.baseAddress, place + count <= bytes.count else { return false }
        return memcmp(base + place, text.utf8Start, count) == 0
    }

    /// Where the quote stands that ends a string, and whether there is a backslash before it.
    private static func stringEnd(
        in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> (end: Int, hasEscapes: Bool)? {
        guard let base = bytes.baseAddress else { return nil }
        var from = start
        while from < bytes.count, let quote = memchr(base + from, 0x22, bytes.count - from) {
            let place = base.distance(to: UnsafeRawPointer(quote))
            var slashes = 0
            while place - slashes > start, bytes[place - slashes - 1] == 0x5C { slashes += 1 }
            if slashes % 2 == 0 { return (place, memchr(base + start, 0x5C, place - start) != nil) }
            from = place + 1
        }
        return nil
    }
}
