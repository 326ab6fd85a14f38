// Quoted scalars: chapters 7.3.1 and 7.3.2 of the specification.

extension YAMLParser {
    /// `'it''s'`: the only escape is the doubled quote.
    mutating func readSingleQuoted(_ parentIndent: Int) throws(YAMLFault) -> YAMLEvent {
        let open = at
        at += 1
        let start = made.count
        var copied = at
        var isMade = false
        while true {
            let byte = source[at]
            if byte == .apostrophe {
                guard source[at + 1] == .apostrophe else { break }
                made.append(contentsOf: source[copied...at])
                isMade = true
                at += 2
                copied = at
            } else if byte.isBreak {
                appendRun(copied..<at, floor: start)
                isMade = true
                try foldQuotedLine(parentIndent, open)
                copied = at
            } else {
                at += 1
            }
        }
        return quoted(.singleQuoted, open: open, copied: copied, start: start, isMade: isMade)
    }

    /// `"a\tb"`: JSON's escapes and more, and lines that are folded.
    mutating func readDoubleQuoted(_ parentIndent: Int) throws(YAMLFault) -> YAMLEvent {
        let open = at
        at = Self.doubleQuotedRun(source.span, from: at + 1)
        let start = made.count
        var copied = open + 1
        // Blanks that were written as escapes stay at the end of a line.
        var floor = start
        var isMade = false
        while source[at] != .quote {
            isMade = true
            if source[at] == .backslash {
                made.append(contentsOf: source[copied..<at])
                if source[at + 1].isBreak {
                    at += 1
                    floor = made.count
                    try joinQuotedLine(parentIndent, open)
                } else {
                    try readEscape()
                    floor = made.count
                }
            } else {
                appendRun(copied..<at, floor: floor)
                try foldQuotedLine(parentIndent, open)
            }
            copied = at
            at = Self.doubleQuotedRun(source.span, from: at)
        }
        return quoted(.doubleQuoted, open: open, copied: copied, start: start, isMade: isMade)
    }

    /// The cursor stands on the closing quote.
    private mutating func quoted(
        _ style: YAMLEvent.Style, open: Int, copied: Int, start: Int, isMade: Bool
    ) -> YAMLEvent {
        defer { at += 1 }
        guard isMade else { return YAMLEvent(.scalar, style: style, text: open + 1..<at, at: open) }
        made.append(contentsOf: source[copied..<at])
        return YAMLEvent(.scalar, style: style, text: start..<made.count, isMade: true, at: open)
    }

    private static func doubleQuotedRun(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = start
        while true {
            let byte = text[at]
            if byte == .quote || byte == .backslash || byte.isBreak { return at }
            at &+= 1
        }
    }

    /// Appends the text before a line break, without the blanks at its end.
    private mutating func appendRun(_ run: Range<Int>, floor: Int) {
        made.append(contentsOf: source[run])
        while made.count > floor, made[made.count - 1].isBlank { made.removeLast() }
    }

    /// A line break inside quotes: a space, or one newline for each empty line that follows.
    private mutating func foldQuotedLine(_ parentIndent: Int, _ open: Int) throws(YAMLFault) {
        appendFold(emptyLines: try skipQuotedLines(parentIndent, open))
    }

    /// An escaped line break: nothing at all, but the empty lines that follow stay.
    private mutating func joinQuotedLine(_ parentIndent: Int, _ open: Int) throws(YAMLFault) {
        let emptyLines = try skipQuotedLines(parentIndent, open)
        made.append(contentsOf: repeatElement(.newline, count: emptyLines))
    }

    /// Moves from a line break to the first text behind it.
    private mutating func skipQuotedLines(_ parentIndent: Int, _ open: Int) throws(YAMLFault) -> Int {
        var emptyLines = -1
        while true {
            guard at < end else { throw YAMLFault("this quote is never closed", at: open) }
            crossBreak()
            while source[at] == .space { at += 1 }
            let spaces = at - lineStart
            while source[at].isBlank { at += 1 }
            emptyLines += 1
            if source[at].isBreak { continue }
            if isDocumentMarker(at: at) { throw YAMLFault("a document ends here, inside a quoted text", at: at) }
            try checkFlowIndent(spaces, parentIndent)
            return emptyLines
        }
    }

    /// The cursor stands on a backslash.
    private mutating func readEscape() throws(YAMLFault) {
        let start = at
        let letter = source[at + 1]
        at += 2
        switch letter {
        case UInt8(ascii: "x"): try appendCode(digits: 2, from: start)
        case UInt8(ascii: "u"): try appendCode(digits: 4, from: start)
        case UInt8(ascii: "U"): try appendCode(digits: 8, from: start)
        default:
            guard let scalar = Self.escaped(letter) else {
                throw YAMLFault(
                    "a '\\' in double quotes cannot be followed by \(Spelling.found(source, start + 1)); "
                        + "write it as \\\\ or use single quotes", at: start)
            }
            made.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private mutating func appendCode(digits: Int, from start: Int) throws(YAMLFault) {
        var value = try code(digits, from: start)
        // JSON spells scalars beyond the basic plane as two escapes.
        if digits == 4, (0xD800..<0xDC00).contains(value), source[at] == .backslash,
            source[at + 1] == UInt8(ascii: "u")
        {
            let second = at
            at += 2
            let low = try code(4, from: second)
            if (0xDC00..<0xE000).contains(low) {
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            } else {
                at = second
            }
        }
        guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
            let isHalf = (0xD800..<0xE000).contains(value)
            throw YAMLFault(
                isHalf
                    ? "this escape is half of a character; the other half is missing"
                    : "this escape names no Unicode scalar", at: start)
        }
        made.append(contentsOf: encoded)
    }

    private mutating func code(_ digits: Int, from start: Int) throws(YAMLFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = JSONEscape.hexadecimal(source[at]) else {
                throw YAMLFault(
                    "expected \(digits) hexadecimal digits after '\\\(Unicode.Scalar(source[start + 1]))'", at: at)
            }
            value = value << 4 | digit
            at += 1
        }
        return value
    }

    private static func escaped(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{07}"
        case UInt8(ascii: "b"): "\u{08}"
        case UInt8(ascii: "t"), .tab: "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{0B}"
        case UInt8(ascii: "f"): "\u{0C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case .space: " "
        case .quote: "\""
        case UInt8(ascii: "/"): "/"
        case .backslash: "\\"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }
}
