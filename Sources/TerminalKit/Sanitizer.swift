/// Makes characters that would steer a terminal, or hide or reorder text, visible.
///
/// Text from servers and logs is data. What a terminal would act on is written as backslash and name, as most languages spell it:
///
/// ```
/// 1B                    \x1b       C0 controls and DEL (line feed, return and tab: \n, \r, \t)
/// FF                    \xff       a byte that is not UTF-8
/// C2 9B                 \u{9b}     C1 controls
/// E2 80 AE              \u{202e}   bidirectional overrides, isolates and marks
/// E2 80 A8              \u{2028}   line and paragraph separators
/// F3 A0 81 81           \u{e0041}  tag characters and other deprecated or invisible format controls
/// ```
///
/// A backslash itself stays as it is: the notation is for eyes, not to be read back.
package struct Sanitizer: Sendable, Equatable {
    /// What becomes of a line feed or a tab.
    package enum Treatment: Sendable {
        case kept, space, escaped
    }

    package var newline: Treatment
    package var tab: Treatment
    /// Whether a carriage return at the end of a line is dropped, as the line end it is in text from Windows.
    package var dropsLineEndReturn: Bool

    package init(newline: Treatment = .escaped, tab: Treatment = .escaped, dropsLineEndReturn: Bool = false) {
        self.newline = newline
        self.tab = tab
        self.dropsLineEndReturn = dropsLineEndReturn
    }

    /// For names and table cells: nothing but printable text is left.
    package static let cell = Sanitizer()
    /// For messages of several lines: line feeds and tabs stay.
    package static let message = Sanitizer(newline: .kept, tab: .kept, dropsLineEndReturn: true)
    /// For one line of a log, without its line feed: tabs stay.
    package static let logLine = Sanitizer(newline: .escaped, tab: .kept, dropsLineEndReturn: true)

    /// `text` with nothing left that a terminal would act on.
    package func sanitized(_ text: String) -> String {
        guard needsWork(text.utf8.span) else { return text }
        var bytes: [UInt8] = []
        append(text.utf8.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same for bytes; the answer is valid UTF-8.
    package func sanitized(_ bytes: [UInt8]) -> [UInt8] {
        guard needsWork(bytes.span) else { return bytes }
        var answer: [UInt8] = []
        append(bytes.span, to: &answer)
        return answer
    }

    /// Appends the visible form of `bytes`.
    package func append(_ bytes: borrowing Span<UInt8>, to answer: inout [UInt8]) {
        answer.reserveCapacity(answer.count + bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 0x20 && byte < 0x7F {
                answer.append(byte)
                index += 1
                continue
            }
            let step = UTF8Step(bytes, at: index)
            let end = index + step.length
            if let scalar = step.scalar {
                if scalar == 0x0D && dropsLineEndReturn && (end == bytes.count || bytes[end] == 0x0A) {
                    // The line feed that follows, or the end, says it.
                } else if Self.isHarmless(scalar) {
                    for position in index..<end { answer.append(bytes[position]) }
                } else {
                    escape(scalar, to: &answer)
                }
            } else {
                Self.appendByteEscape(byte, to: &answer)
            }
            index = end
        }
    }

    private func needsWork(_ bytes: borrowing Span<UInt8>) -> Bool {
        bytes.isPrintableASCII ? false : !isClean(bytes)
    }

    private func isClean(_ bytes: borrowing Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let step = UTF8Step(bytes, at: index)
            guard let scalar = step.scalar else { return false }
            switch scalar {
            case 0x0A where newline == .kept: break
            case 0x09 where tab == .kept: break
            default: if !Self.isHarmless(scalar) { return false }
            }
            index += step.length
        }
        return true
    }

    private func escape(_ scalar: UInt32, to answer: inout [UInt8]) {
        switch scalar {
        case 0x09: append(tab, control: 0x09, name: "t", to: &answer)
        case 0x0A: append(newline, control: 0x0A, name: "n", to: &answer)
        case 0x0D: answer.append(contentsOf: "\\r".utf8)
        case 0x00...0x7F: Self.appendByteEscape(UInt8(scalar), to: &answer)
        default:
            answer.append(contentsOf: "\\u{".utf8)
            answer.append(contentsOf: String(scalar, radix: 16).utf8)
            answer.append(UInt8(ascii: "}"))
        }
    }

    private func append(_ treatment: Treatment, control: UInt8, name: Unicode.Scalar, to answer: inout [UInt8]) {
        switch treatment {
        case .kept: answer.append(control)
        case .space: answer.append(0x20)
        case .escaped:
            answer.append(UInt8(ascii: "\\"))
            answer.append(UInt8(ascii: name))
        }
    }

    private static func appendByteEscape(_ byte: UInt8, to answer: inout [UInt8]) {
        answer.append(contentsOf: byte < 0x10 ? "\\x0".utf8 : "\\x".utf8)
        answer.append(contentsOf: String(byte, radix: 16).utf8)
    }

    private static func isHarmless(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x00...0x1F, 0x7F...0x9F: false
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: false
        case 0xE0000...0xE007F: false
        default: true
        }
    }
}

extension String {
    /// This text with nothing left that a terminal would act on; see `Sanitizer` for the notation.
    package func sanitized(_ sanitizer: Sanitizer = .cell) -> String {
        sanitizer.sanitized(self)
    }
}

extension Span<UInt8> {
    /// Whether every byte is a printable ASCII character, which takes one column.
    var isPrintableASCII: Bool {
        for index in indices where self[index] &- 0x20 >= 0x5F { return false }
        return true
    }
}
