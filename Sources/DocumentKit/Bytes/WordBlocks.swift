/// Eight bytes at a time in a plain integer ("SIMD within a register"), for every processor.
///
/// `zeros` is exact: adding 0x7F to the low seven bits of a byte sets its top bit unless they are all zero, and no carry
/// leaves the byte. `..34 5C.. ^ ..5C 5C..` is `..68 00..`, whose flags are `..00 80..`.
enum WordBlocks: ByteBlocks {
    static var width: Int { 8 }

    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let high: UInt64 = 0x8080_8080_8080_8080
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    @inline(__always)
    static func plainPrefix(_ text: borrowing Span<UInt8>, at offset: Int) -> Int {
        let word = text.word(at: offset)
        let controls = zeros(word & (ones &* 0xE0))
        let special =
            zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x5C)) | zeros(word ^ (ones &* 0x7F)) | controls | word
        return (special & high).trailingZeroBitCount / 8
    }

    @inline(__always)
    static func marks(_ text: borrowing Span<UInt8>, at offset: Int) -> JSONMarks {
        var marks = JSONMarks()
        var at: UInt64 = 0
        while at < 64 {
            let word = text.word(at: offset + Int(at))
            let folded = word | (ones &* 0x20)
            marks.quotes |= bits(zeros(word ^ (ones &* 0x22))) &<< at
            marks.backslashes |= bits(zeros(word ^ (ones &* 0x5C))) &<< at
            marks.opens |= bits(zeros(folded ^ (ones &* 0x7B))) &<< at
            marks.closes |= bits(zeros(folded ^ (ones &* 0x7D))) &<< at
            at += 8
        }
        return marks
    }

    /// The top bit of every byte that is zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> UInt64 {
        ~(((word & low) &+ low) | word) & high
    }

    /// The eight top bits, gathered into the lowest byte.
    @inline(__always)
    private static func bits(_ flags: UInt64) -> UInt64 {
        ((flags &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }
}
