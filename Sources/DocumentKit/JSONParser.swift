/// Reads one JSON value into a tape, without recursion: an open container's entry holds the index of its parent.
struct JSONParser {
    /// The next byte to read.
    private(set) var at: Int
    private let depthLimit: Int

    init(at offset: Int, depthLimit: Int) {
        at = offset
        self.depthLimit = depthLimit
    }

    mutating func value(_ text: borrowing Span<UInt8>, into tape: inout [UInt64]) throws(JSONFault) {
        var parent = 0
        var depth = 0
        var inObject = false
        nextValue: while true {
            if inObject { try key(text, into: &tape) }
            skipSpace(text)
            guard at < text.count else { throw JSONFault(.expected("a value"), at: at) }
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "\""): try string(text, into: &tape)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard depth < depthLimit else { throw JSONFault(.tooDeep(limit: depthLimit), at: at) }
                inObject = byte == UInt8(ascii: "{")
                tape.append(TapeEntry(inObject ? .object : .array, start: at, extent: parent).bits)
                parent = tape.count - 1
                depth += 1
                at += 1
                skipSpace(text)
                guard at < text.count, text[at] == byte + 2 else { continue nextValue }
            case UInt8(ascii: "t"): try literal(text, "true", .true, into: &tape)
            case UInt8(ascii: "f"): try literal(text, "false", .false, into: &tape)
            case UInt8(ascii: "n"): try literal(text, "null", .null, into: &tape)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let end = try JSONNumberScanner.scan(text, from: at)
                tape.append(TapeEntry(.number, start: at, extent: end - at).bits)
                at = end
            default:
                throw JSONFault(.expected("a value"), at: at)
            }
            while true {
                guard depth > 0 else { return }
                skipSpace(text)
                let close = inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
                if at < text.count, text[at] == UInt8(ascii: ",") {
                    at += 1
                    continue nextValue
                }
                guard at < text.count, text[at] == close else {
                    throw JSONFault(.expected(inObject ? "',' or '}'" : "',' or ']'"), at: at)
                }
                at += 1
                let open = TapeEntry(bits: tape[parent])
                tape[parent] = TapeEntry(open.kind, start: open.start, extent: tape.count - parent).bits
                parent = open.extent
                depth -= 1
                inObject = TapeEntry(bits: tape[parent]).kind == .object
            }
        }
    }

    mutating func skipSpace(_ text: borrowing Span<UInt8>) {
        while at < text.count, text[at] == 0x20 || text[at] == 0x0A || text[at] == 0x0D || text[at] == 0x09 { at += 1 }
    }

    mutating func skip(_ bytes: Int) {
        at += bytes
    }

    /// What must follow the last value of a text: space and its end.
    mutating func end(_ text: borrowing Span<UInt8>) throws(JSONFault) {
        skipSpace(text)
        guard at == text.count else { throw JSONFault(.expected("the end of the text"), at: at) }
    }

    private mutating func key(_ text: borrowing Span<UInt8>, into tape: inout [UInt64]) throws(JSONFault) {
        skipSpace(text)
        guard at < text.count, text[at] == UInt8(ascii: "\"") else {
            throw JSONFault(.expected("a key in double quotes"), at: at)
        }
        try string(text, into: &tape)
        skipSpace(text)
        guard at < text.count, text[at] == UInt8(ascii: ":") else { throw JSONFault(.expected("':'"), at: at) }
        at += 1
    }

    private mutating func string(_ text: borrowing Span<UInt8>, into tape: inout [UInt64]) throws(JSONFault) {
        let start = at + 1
        let (end, kind) = try JSONStringScanner.scan(text, from: start)
        tape.append(TapeEntry(kind, start: start, extent: end - start).bits)
        at = end + 1
    }

    private mutating func literal(
        _ text: borrowing Span<UInt8>, _ word: StaticString, _ kind: TapeEntry.Kind, into tape: inout [UInt64]
    ) throws(JSONFault) {
        let start = at
        for byte in "\(word)".utf8 {
            guard at < text.count, text[at] == byte else { throw JSONFault(.expected("a value"), at: start) }
            at += 1
        }
        tape.append(TapeEntry(kind, start: start, extent: at - start).bits)
    }
}
