/// Finds the end of one list item while its bytes arrive; what is inside is for the parser to judge.
///
/// Brackets are counted outside strings, 64 bytes at a time as bits (the first byte is the lowest bit, here the leftmost):
/// ```
/// text     {"a":"}\"]",[1]},
/// escaped  ........#........   the byte after a backslash that is not itself escaped
/// quotes   .#.##.....#......   without the escaped one
/// strings  .##.#####.........  each bit is the parity of the quotes up to it
/// opens    #...........#....
/// closes   ..............##.   outside strings
/// ```
/// The item ends at the first closing bracket that has as many closing ones before it, itself included, as opening ones.
struct JSONItemBoundary<Blocks: ByteBlocks> {
    private let isContainer: Bool
    private let isString: Bool
    private var depth = 0
    private var inString = false
    private var isEscaped = false

    /// - Parameter first: the item's first byte, which `end` is still to be given.
    init(first: UInt8) {
        isContainer = first == .openBrace || first == .openBracket
        isString = first == .quote
    }

    /// - Returns: the offset after the item's bytes in this chunk, and whether the item ends there.
    mutating func end(_ chunk: borrowing Span<UInt8>, from start: Int) -> (offset: Int, isComplete: Bool) {
        var at = start
        if isContainer {
            while at + 64 <= chunk.count {
                if let length = endInBlock(Blocks.marks(chunk, at: at)) { return (at + length, true) }
                at += 64
            }
        }
        while at < chunk.count {
            let byte = chunk[at]
            if isAfterScalar(byte) { return (at, true) }
            at += 1
            if isLast(byte) { return (at, true) }
        }
        return (at, false)
    }

    /// - Returns: how many bytes of the block belong to the item when it ends there.
    @inline(__always)
    private mutating func endInBlock(_ marks: JSONMarks) -> Int? {
        let quotes = marks.quotes & ~escapedBytes(marks.backslashes)
        let strings = Self.parity(quotes) ^ (inString ? .max : 0)
        inString = strings &>> 63 == 1
        let opens = marks.opens & ~strings
        let closes = marks.closes & ~strings
        let closeCount = closes.nonzeroBitCount
        if closeCount >= depth {
            var rest = closes
            var closed = 0
            while rest != 0 {
                closed += 1
                let place = rest.trailingZeroBitCount
                let before = (1 &<< UInt64(place)) &- 1
                if depth + (opens & before).nonzeroBitCount == closed { return place + 1 }
                rest &= rest &- 1
            }
        }
        depth += opens.nonzeroBitCount - closeCount
        return nil
    }

    @inline(__always)
    private mutating func escapedBytes(_ backslashes: UInt64) -> UInt64 {
        var escaped: UInt64 = isEscaped ? 1 : 0
        isEscaped = false
        var rest = backslashes & ~escaped
        while rest != 0 {
            let backslash = rest & (0 &- rest)
            let next = backslash &<< 1
            isEscaped = backslash &>> 63 == 1
            if !isEscaped { escaped |= next }
            rest &= ~(backslash | (isEscaped ? 0 : next))
        }
        return escaped
    }

    /// Every bit is the parity of the bits up to it.
    @inline(__always)
    private static func parity(_ bits: UInt64) -> UInt64 {
        var parity = bits
        parity ^= parity &<< 1
        parity ^= parity &<< 2
        parity ^= parity &<< 4
        parity ^= parity &<< 8
        parity ^= parity &<< 16
        parity ^= parity &<< 32
        return parity
    }

    /// A number or a word ends before the byte that follows it.
    private func isAfterScalar(_ byte: UInt8) -> Bool {
        guard !isContainer, !isString else { return false }
        return byte == .comma || byte | 0x20 == .closeBrace || byte <= 0x20
    }

    /// The same rules byte by byte, for what is left of a chunk.
    private mutating func isLast(_ byte: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
            return false
        }
        switch byte {
        case .backslash: isEscaped = true
        case .quote:
            inString.toggle()
            return isString && !inString
        case .openBrace, .openBracket: depth += inString ? 0 : 1
        case .closeBrace, .closeBracket:
            depth -= inString ? 0 : 1
            return depth == 0 && isContainer && !inString
        default: break
        }
        return false
    }
}
