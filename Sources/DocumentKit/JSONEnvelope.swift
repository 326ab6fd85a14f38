/// Collects the text around a list and finds where the list begins: the `[` after `"items":` in the root object.
struct JSONEnvelope {
    private enum Place { case elsewhere, keyFound, valueDue }

    /// The text so far, without what stood between the brackets of the list.
    private(set) var bytes: [UInt8] = []
    private(set) var depth = 0
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
            if inString {
                takeInString(byte)
            } else if try takeOutside(byte) {
                return (at, true)
            }
        }
        return (at, false)
    }

    mutating func closeList() {
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func takeInString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            inString = false
            if isKey, lastStringIsKey() { place = .keyFound }
        }
    }

    private mutating func takeOutside(_ byte: UInt8) throws(JSONFault) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return false
        case UInt8(ascii: ":") where place == .keyFound:
            place = .valueDue
            return false
        case UInt8(ascii: "[") where place == .valueDue:
            place = .elsewhere
            return true
        case UInt8(ascii: "n") where place == .valueDue: break
        default:
            if place == .valueDue { throw JSONFault(.expected("'[' or null"), at: bytes.count - 1) }
            let isMark = bytes.count <= 3 && bytes[0] == 0xEF
            if depth == 0, !isMark, byte != UInt8(ascii: "{"), bytes.allSatisfy({ $0 <= 0x20 || $0 == byte }) {
                throw JSONFault(.expected("'{'"), at: bytes.count - 1)
            }
        }
        place = .elsewhere
        switch byte {
        case UInt8(ascii: "\""):
            inString = true
            stringStart = bytes.count
            isKey = keyIsDue
            keyIsDue = false
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            keyIsDue = depth == 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            keyIsDue = false
        case UInt8(ascii: ","): keyIsDue = depth == 1
        default: break
        }
        return false
    }

    private func lastStringIsKey() -> Bool {
        let range = stringStart..<bytes.count - 1
        guard bytes[range].contains(UInt8(ascii: "\\")) else { return bytes[range].elementsEqual(key) }
        // A broken escape is for the parser to refuse; here the key merely is another one.
        guard (try? JSONStringScanner.scan(bytes.span, from: stringStart)) != nil else { return false }
        var decoded: [UInt8] = []
        JSONEscape.decode(bytes.span, range, into: &decoded)
        return decoded == key
    }
}
