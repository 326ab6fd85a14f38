/// Reads one JSON value into a tape, without recursion: an open container's entry holds the index of its parent.
///
/// When the tape is full the parser stops before the next value and goes on where it was when there is more room.
struct JSONParser<Blocks: ByteBlocks> {
    /// The next byte to read.
    private(set) var at: Int
    /// Tape entries written.
    private(set) var used = 0
    private let depthLimit: Int
    private var parent = 0
    private var depth = 0
    private var inObject = false

    init(at offset: Int, depthLimit: Int) {
        at = offset
        self.depthLimit = depthLimit
    }

    /// - Returns: false when the tape has to grow first.
    mutating func run(
        _ text: borrowing Span<UInt8>, into tape: inout MutableSpan<UInt64>
    ) throws(JSONFault) -> Bool {
        // Locals stay in registers; what `self` holds would be stored at every step.
        var at = at
        var used = used
        var parent = parent
        var depth = depth
        var inObject = inObject
        nextValue: while true {
            guard used &+ 2 <= tape.count else {
                self.at = at
                self.used = used
                self.parent = parent
                self.depth = depth
                self.inObject = inObject
                return false
            }
            if inObject {
                guard Self.next(text, &at) == .quote else {
                    throw JSONFault(
                        .expected(used == parent + 1 ? "a key in double quotes or '}'" : "a key in double quotes"),
                        at: at)
                }
                tape[used] = try Self.string(text, &at).bits
                used &+= 1
                guard Self.next(text, &at) == .colon else { throw JSONFault(.expected("':'"), at: at) }
                at &+= 1
            }
            let byte = Self.next(text, &at)
            switch byte {
            case .quote: tape[used] = try Self.string(text, &at).bits
            case .openBrace, .openBracket:
                guard depth < depthLimit else { throw JSONFault(.tooDeep(limit: depthLimit), at: at) }
                inObject = byte == .openBrace
                tape[used] = TapeEntry(inObject ? .object : .array, start: at, extent: parent).bits
                parent = used
                used &+= 1
                depth &+= 1
                at &+= 1
                // Both pairs are two apart in ASCII.
                guard Self.next(text, &at) == byte &+ 2 else { continue nextValue }
                used &-= 1
            case .minus, UInt8(ascii: "0")...UInt8(ascii: "9"):
                let start = at
                at = try JSONNumberScanner.scan(text, from: start)
                tape[used] = TapeEntry(.number, start: start, extent: at &- start).bits
            case UInt8(ascii: "t"): tape[used] = try Self.literal(text, &at, "true", .true).bits
            case UInt8(ascii: "f"): tape[used] = try Self.literal(text, &at, "false", .false).bits
            case UInt8(ascii: "n"): tape[used] = try Self.literal(text, &at, "null", .null).bits
            default:
                let isFirst = depth > 0 && !inObject && used == parent + 1
                throw JSONFault(.expected(isFirst ? "a value or ']'" : "a value"), at: at)
            }
            used &+= 1
            while true {
                guard depth > 0 else {
                    self.at = at
                    self.used = used
                    return true
                }
                let byte = Self.next(text, &at)
                if byte == .comma {
                    at &+= 1
                    continue nextValue
                }
                guard byte == (inObject ? .closeBrace : .closeBracket) else {
                    throw JSONFault(.expected(inObject ? "',' or '}'" : "',' or ']'"), at: at)
                }
                at &+= 1
                let open = TapeEntry(bits: tape[parent])
                tape[parent] = TapeEntry(inObject ? .object : .array, start: open.start, extent: used &- parent).bits
                parent = open.extent
                depth &-= 1
                inObject = TapeEntry(bits: tape[parent]).kind == .object
            }
        }
    }

    /// The first byte that is not space; 0, which is right nowhere, at the end of the text.
    @inline(__always)
    private static func next(_ text: borrowing Span<UInt8>, _ at: inout Int) -> UInt8 {
        while at < text.count {
            let byte = text[at]
            guard byte.isSpace else { return byte }
            at &+= 1
        }
        return 0
    }

    @inline(__always)
    private static func string(_ text: borrowing Span<UInt8>, _ at: inout Int) throws(JSONFault) -> TapeEntry {
        let start = at &+ 1
        let (end, kind) = try JSONStringScanner<Blocks>.scan(text, from: start)
        at = end &+ 1
        guard end &- start <= TapeEntry.maximumExtent else {
            throw JSONFault(.tooLarge("a string of more than 256 MiB"), at: start &- 1)
        }
        return TapeEntry(kind, start: start, extent: end &- start)
    }

    @inline(__always)
    private static func literal(
        _ text: borrowing Span<UInt8>, _ at: inout Int, _ word: String, _ kind: TapeEntry.Kind
    ) throws(JSONFault) -> TapeEntry {
        let start = at
        for byte in word.utf8 {
            guard at < text.count, text[at] == byte else { throw JSONFault(.expected("a value"), at: start) }
            at &+= 1
        }
        return TapeEntry(kind, start: start, extent: at &- start)
    }
}
