/// Writing text into a buffer. Callers keep `slack` bytes free behind what they write: short copies go on in whole vectors.
extension MutableSpan where Element == UInt8 {
    static var slack: Int { 16 }

    @inline(__always)
    mutating func put(_ byte: UInt8, at offset: inout Int) {
        self[offset] = byte
        offset &+= 1
    }

    /// Copies a part of a text.
    @inline(__always)
    mutating func put(_ text: borrowing Span<UInt8>, _ start: Int, _ count: Int, at offset: inout Int) {
        var copied = 0
        if start &+ count &+ 16 <= text.count {
            while copied < count {
                store(text.vector(at: start &+ copied), at: offset &+ copied)
                copied &+= 16
            }
        } else {
            while copied < count {
                self[offset &+ copied] = text[start &+ copied]
                copied &+= 1
            }
        }
        offset &+= count
    }

    /// A newline and two spaces a level.
    @inline(__always)
    mutating func putNewline(levels: Int, at offset: inout Int) {
        self[offset] = .newline
        var written = 0
        while written < levels &* 2 {
            store(SIMD2(repeating: 0x2020_2020_2020_2020), at: offset &+ 1 &+ written)
            written &+= 16
        }
        offset &+= 1 &+ levels &* 2
    }
}
