/// Why a text is not JSON: what the parser throws, before anyone has asked for lines and columns.
struct JSONFault: Error, Equatable {
    enum Problem: Equatable {
        /// What would have been right here.
        case expected(String)
        case controlCharacter
        case invalidUTF8
        case invalidEscape
        case leadingZero
        case tooDeep(limit: Int)
        case tooLarge(String)
    }

    var problem: Problem
    var offset: Int

    init(_ problem: Problem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }

    /// The sentence for people, and where it belongs.
    func error(in text: [UInt8]) -> DocumentError {
        DocumentError(message(in: text), at: offset, in: text)
    }

    private func message(in text: [UInt8]) -> String {
        switch problem {
        case .expected(let wanted):
            guard offset < text.count else { return "unexpected end of the text, expected \(wanted)" }
            return "expected \(wanted), found \(Spelling.found(text, offset))"
        case .controlCharacter:
            return "control character \(HiddenScalar.name(Unicode.Scalar(text[offset]))) in a string; "
                + "write it as \(Self.escape(text[offset]))"
        case .invalidUTF8:
            return "the text is not UTF-8: byte 0x\(String(text[offset], radix: 16, uppercase: true))"
        case .invalidEscape:
            guard offset + 1 < text.count else { return "unexpected end of the text inside a string" }
            return "a '\\' in a string cannot be followed by \(Spelling.found(text, offset + 1)); write it as \\\\"
        case .leadingZero:
            return "a number cannot start with '0' and another digit"
        case .tooDeep(let limit):
            return "more than \(limit) levels of nesting"
        case .tooLarge(let what):
            return what
        }
    }

    private static func escape(_ byte: UInt8) -> String {
        var escaped: [UInt8] = []
        JSONEscape.appendEscape(of: UInt32(byte), to: &escaped)
        return String(decoding: escaped, as: UTF8.self)
    }
}
