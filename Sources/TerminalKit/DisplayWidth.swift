/// Counts the terminal columns of a text, scalar by scalar.
///
/// The rules are those of `wcwidth` for single scalars (Unicode 17.0) and, for sequences, what current terminals draw:
///
/// | text | columns |
/// |---|---|
/// | controls, combining marks, format characters, medial and final jamo | 0 |
/// | East Asian wide and fullwidth, emoji with their own picture | 2 |
/// | all else, ambiguous width and spacing marks included | 1 |
/// | a pair of regional indicators (a flag) | 2 |
/// | an emoji with a skin tone, or several joined by U+200D | 2 |
/// | a narrow emoji followed by U+FE0F | 2 |
struct DisplayWidth {
    private(set) var columns = 0
    private var previous = Previous.other

    /// What the scalars so far offer to the next one.
    private enum Previous {
        case other
        /// A narrow scalar that U+FE0F or a skin tone makes a picture.
        case narrowEmoji
        /// A picture that skin tones and joiners extend.
        case emoji
        /// A picture and a joiner: the next picture melts into it.
        case joined
        /// The first half of a flag.
        case indicator
    }

    /// The columns of valid UTF-8.
    static func columns(of bytes: borrowing Span<UInt8>) -> Int {
        var counter = DisplayWidth()
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x7F {
                counter.columns += byte < 0x20 ? 0 : 1
                // Digits, `#` and `*` can begin a keycap.
                counter.previous = byte < 0x40 ? .narrowEmoji : .other
                index += 1
            } else {
                let step = UTF8Step(bytes, at: index)
                counter.add(step.scalar ?? 0xFFFD)
                index += step.length
            }
        }
        return counter.columns
    }

    private mutating func add(_ value: UInt32) {
        if value < 0x300 {
            columns += value < 0xA0 ? 0 : 1
            previous = value == 0xA9 || value == 0xAE ? .narrowEmoji : .other
            return
        }
        switch value {
        // The common scripts without a look at the tables: Greek, Cyrillic, punctuation; kana, Han, Hangul.
        case 0x370...0x482, 0x48A...0x52F, 0x2010...0x2027, 0x2500...0x25A9:
            columns += 1
            previous = .other
        case 0x3041...0x3096, 0x30A0...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3:
            columns += 2
            previous = .other
        // The check mark, the cross and the warning sign that trees of steps are full of.
        case 0x2714, 0x2716, 0x26A0:
            columns += previous == .joined ? 0 : 1
            previous = previous == .joined ? .emoji : .narrowEmoji
        case 0x200D:
            if previous == .emoji { previous = .joined }
        case 0xFE0F:
            if previous == .narrowEmoji {
                columns += 1
                previous = .emoji
            }
        case 0x1F1E6...0x1F1FF:
            columns += previous == .indicator ? 0 : 2
            previous = previous == .indicator ? .other : .indicator
        case 0x1F3FB...0x1F3FF where previous == .emoji || previous == .narrowEmoji:
            if previous == .narrowEmoji { columns += 1 }
            previous = .emoji
        default:
            addOther(value)
        }
    }

    private mutating func addOther(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        let isWide = WideScalars.contains(value)
        if !isWide && scalar.isZeroWidth { return }
        let isEmoji = scalar.properties.isEmoji
        if previous == .joined && isEmoji {
            previous = .emoji
            return
        }
        columns += isWide ? 2 : 1
        previous = isEmoji ? (isWide ? .emoji : .narrowEmoji) : .other
    }
}

extension Unicode.Scalar {
    /// Whether the scalar draws on the one before it, or not at all.
    fileprivate var isZeroWidth: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: true
        case .format: !isPrependedMark
        default: isJoiningJamo || properties.isDefaultIgnorableCodePoint
        }
    }

    /// Vowels and final consonants of Hangul, drawn within the block their first consonant opened.
    private var isJoiningJamo: Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }

    /// Number and year signs that are drawn around what follows them (`Prepended_Concatenation_Mark`).
    private var isPrependedMark: Bool {
        switch value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }
}

extension String {
    /// The terminal columns this text takes.
    package var displayWidth: Int {
        DisplayWidth.columns(of: utf8.span)
    }
}
