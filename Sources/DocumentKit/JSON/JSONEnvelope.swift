/// Collects the text around a list and finds where the list begins: the `[` after `"items":` in the root object.
struct JSONEnvelope {
    private enum Place { case elsewhere, keyFound, valueDue }

    /// The text so far, without what stood between the brackets of the list.
    private(set) var bytes: [UInt8] = []
    private(set) var depth = 0
    private var isOpen = false
    private let key: [UInt8]
    private var place = Place.elsewhere
    private var inString = false
    private var isEscaped = false
    private var stringStart = 0
    private var keyIsDue = false
    private var isKey = false

    init(key: String) {
        self.key = Array(key.utf8)
    }

    /// Whether the root object was opened and closed.
    var isClosed: Bool { isOpen && depth <= 0 }

    /// Takes bytes up to the list's bracket or the end of the chunk.
    /// - Returns: how many bytes were taken, and whether the last one opened the list.
    mutating func take(
        _ chunk: borrowing Span<UInt8>, from start: Int
    ) throws(JSONFault) -> (end: Int, opensList: Bool) {
        var at = start
        while at < chunk.count {
            let byte = chunk[at]
            at += 1
            bytes.append(byte)
            if !isOpen {
                try open(byte)
            } else if inString {
                takeInString(byte)
            } else if try takeOutside(byte) {
                return (at, true)
            }
        }
        return (at, false)
    }

    mutating func closeList() {
        bytes.append(.closeBracket)
    }

    /// Before the root object there may be a byte order mark and space.
    private mutating func open(_ byte: UInt8) throws(JSONFault) {
        if bytes.count == 3, ByteOrderMark.length(bytes.span) == 3 { bytes.removeAll() }
        let mayBeMark = bytes.starts(with: [0xEF]) && bytes.count < 3
        if bytes.isEmpty || byte.isSpace || mayBeMark { return }
        guard byte == .openBrace else { throw JSONFault(.expected("'{'"), at: bytes.count - 1) }
        isOpen = true
        depth = 1
        keyIsDue = true
    }

    private mutating func takeInString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == .backslash {
            isEscaped = true
        } else if byte == .quote {
            inString = false
            if isKey, lastStringIsKey() { place = .keyFound }
        }
    }

    private mutating func takeOutside(_ byte: UInt8) throws(JSONFault) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return false
        case .colon where place == .keyFound:
            place = .valueDue
            return false
        case .openBracket where place == .valueDue:
            place = .elsewhere
            return true
        case UInt8(ascii: "n") where place == .valueDue: break
        default:
            if place == .valueDue { throw JSONFault(.expected("'[' or null"), at: bytes.count - 1) }
        }
        place = .elsewhere
        switch byte {
        case .quote:
            inString = true
            stringStart = bytes.count
            isKey = keyIsDue
            keyIsDue = false
        case .openBrace, .openBracket:
            depth += 1
            keyIsDue = depth == 1
        case .closeBrace, .closeBracket:
            depth -= 1
            keyIsDue = false
        case .comma: keyIsDue = depth == 1
        default: break
        }
        return false
    }

    private func lastStringIsKey() -> Bool {
        let range = stringStart..<bytes.count - 1
        guard bytes[range].contains(.backslash) else { return bytes[range].elementsEqual(key) }
        // A broken escape is for the parser to refuse; here the key merely is another one.
        guard (try? JSONStringScanner<NativeBlocks>.scan(bytes.span, from: stringStart)) != nil else { return false }
        var decoded: [UInt8] = []
        JSONEscape.decode(bytes.span, range, into: &decoded)
        return decoded == key
    }
}
