/// How a text is written so that every reader takes it for that text.
enum YAMLStyle: Equatable {
    case plain, singleQuoted, doubleQuoted, literal

    /// What one look over a text tells.
    private struct Traits {
        var hasNewline = false
        /// Some readers take no tab in a plain text.
        var hasTab = false
        /// Whether it holds what must be escaped: control characters, marks that steer a terminal, bytes that are no UTF-8.
        var hasHidden = false
        /// Whether it holds `: ` or ` #`, or starts or ends as a plain text must not.
        var hasIndicator = false
        var hasLetters = false
    }

    /// - Parameter isKey: whether the text must stay on its line.
    init(of text: borrowing Span<UInt8>, isKey: Bool) {
        guard !text.isEmpty else {
            self = .doubleQuoted
            return
        }
        let traits = Self.traits(of: text)
        if traits.hasHidden {
            self = .doubleQuoted
        } else if traits.hasNewline {
            self = isKey || !traits.hasLetters ? .doubleQuoted : .literal
        } else if traits.hasTab {
            self = .doubleQuoted
        } else if traits.hasIndicator || Self.startsWithIndicator(text) {
            self = .singleQuoted
        } else {
            self = YAMLScalar(plain: text) != .text || YAML11.isAmbiguous(text) ? .doubleQuoted : .plain
        }
    }

    private static func traits(of text: borrowing Span<UInt8>) -> Traits {
        var traits = Traits()
        traits.hasIndicator = text[0].isBlank || text[text.count - 1].isBlank || text[text.count - 1] == .colon
        var at = 0
        while at < text.count {
            let byte = text[at]
            switch byte {
            case .newline: traits.hasNewline = true
            case .tab: traits.hasTab = true
            case .colon: if at + 1 < text.count, text[at + 1].isBlank { traits.hasIndicator = true }
            case .hash: if at > 0, text[at - 1].isBlank { traits.hasIndicator = true }
            case .space: break
            case 0x21..<0x7F: traits.hasLetters = true
            case 0..<0x20, .delete: traits.hasHidden = true
            default:
                guard let length = UTF8Sequence.length(text, at: at),
                    !HiddenScalar.isHidden(UTF8Sequence.scalar(text, at: at, length: length))
                else {
                    traits.hasHidden = true
                    return traits
                }
                traits.hasLetters = true
                at += length
                continue
            }
            at += 1
        }
        return traits
    }

    private static func startsWithIndicator(_ text: borrowing Span<UInt8>) -> Bool {
        switch text[0] {
        case .minus:
            // `---` is a mark at the start of a line.
            return text.count == 1 || text[1].isBlank || text.count > 2 && text[1] == .minus && text[2] == .minus
        case .question, .colon: return text.count == 1 || text[1].isBlank
        case .dot: return text.count > 2 && text[1] == .dot && text[2] == .dot
        case .hash, .ampersand, .asterisk, .exclamation, .pipe, .greater, .apostrophe, .quote, .percent,
            UInt8(ascii: "@"), UInt8(ascii: "`"):
            return true
        default: return text[0].isFlowIndicator
        }
    }
}
