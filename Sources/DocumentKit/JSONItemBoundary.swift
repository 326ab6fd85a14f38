/// Finds the end of one list item while its bytes arrive; what is inside is for the parser to judge.
struct JSONItemBoundary {
    private let isContainer: Bool
    private let isString: Bool
    private var depth = 0
    private var inString = false
    private var isEscaped = false

    init(first: UInt8) {
        isContainer = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        isString = first == UInt8(ascii: "\"")
    }

    /// - Returns: the offset after the item's bytes in this chunk, and whether the item ends there.
    mutating func end(_ chunk: borrowing Span<UInt8>, from start: Int) -> (offset: Int, isComplete: Bool) {
        var at = start
        while at < chunk.count {
            let byte = chunk[at]
            at += 1
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                    if isString { return (at, true) }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), 0x20, 0x09, 0x0A, 0x0D:
                if !isContainer, !isString { return (at - 1, true) }
                if byte | 0x20 == UInt8(ascii: "}") {
                    depth -= 1
                    if depth == 0 { return (at, true) }
                }
            default: break
            }
        }
        return (at, false)
    }
}
