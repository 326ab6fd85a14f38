/// Questions about many bytes at once. Two answers exist, one for every processor and one for SSE2; they must agree.
protocol ByteBlocks {
    /// Bytes that `plainPrefix` looks at.
    static var width: Int { get }

    /// How many bytes from an offset may stand in a string as they are: printable ASCII but `"` and `\`.
    /// - Precondition: `width` bytes stand there.
    static func plainPrefix(_ text: borrowing Span<UInt8>, at offset: Int) -> Int

    /// Where the marks that shape JSON stand in 64 bytes.
    /// - Precondition: 64 bytes stand there.
    static func marks(_ text: borrowing Span<UInt8>, at offset: Int) -> JSONMarks
}

/// The marks in 64 bytes of JSON, one bit a byte, the first byte lowest.
struct JSONMarks: Equatable {
    var quotes: UInt64 = 0
    var backslashes: UInt64 = 0
    /// `{` and `[`.
    var opens: UInt64 = 0
    /// `}` and `]`.
    var closes: UInt64 = 0
}

#if arch(x86_64)
    typealias NativeBlocks = SSE2Blocks
#else
    typealias NativeBlocks = WordBlocks
#endif
