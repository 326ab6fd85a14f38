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

    private enum Previous {
        case other
        /// A narrow scalar that U+FE0F makes a picture.
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
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            columns += 2
            previous = .other
        case 0x200D:
            previous = previous == .emoji ? .joined : previous
        case 0xFE0F:
            if previous == .narrowEmoji {
                columns += 1
                previous = .emoji
            }
        case 0x1F1E6...0x1F1FF:
            columns += previous == .indicator ? 0 : 2
            previous = previous == .indicator ? .other : .indicator
        case 0x1F3FB...0x1F3FF where previous == .emoji || previous == .narrowEmoji:
            // A skin tone draws a narrow base (such as U+261D) as a picture.
            if previous == .narrowEmoji { columns += 1 }
            previous = .emoji
        default:
            addOther(value)
        }
    }

    private mutating func addOther(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        if scalar.isZeroWidth { return }
        let isWide = WideScalars.contains(value)
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
        // Signs that stand before the number or word they mark are drawn.
        case .format: !properties.isPrependedMark
        default: isConjoiningJamo || (properties.isDefaultIgnorableCodePoint && value != 0x115F)
        }
    }

    /// Vowels and final consonants of old Hangul, drawn within the block their first consonant opened.
    private var isConjoiningJamo: Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }
}

extension Unicode.Scalar.Properties {
    /// Prepended_Concatenation_Mark of PropList.txt: Arabic, Syriac and Kaithi number and year signs.
    fileprivate var isPrependedMark: Bool {
        !isDefaultIgnorableCodePoint && generalCategory == .format
    }
}

extension String {
    /// The terminal columns this text takes.
    package var displayWidth: Int {
        DisplayWidth.columns(of: utf8.span)
    }
}
