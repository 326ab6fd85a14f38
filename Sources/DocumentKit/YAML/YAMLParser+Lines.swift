// Lines, indentation, comments and what lies between tokens.
//
// Small questions are inlined: the optimiser would copy the whole parser to ask them.

extension YAMLParser {
    @inline(__always)
    var isAtEnd: Bool { at >= end }

    /// Whether the cursor stands on the first thing of its line.
    @inline(__always)
    var isFresh: Bool { at == content }

    /// Moves over blanks, comments and line breaks to what comes next, and notes the indentation of its line.
    mutating func skipToContent() {
        var isNewLine = at == lineStart
        if isNewLine { measureIndent() }
        while true {
            let start = at
            while source[at].isBlank { at += 1 }
            // `a #b` has a comment, `a#b` has none.
            if source[at] == .hash, at > start || at == lineStart || source[at - 1].isBlank {
                at = Self.lineEnd(source.span, from: at)
            }
            guard source[at].isBreak, at < end else { break }
            crossBreak()
            measureIndent()
            isNewLine = true
        }
        if isNewLine { content = at }
    }

    /// Moves over one line break; the cursor stands at the start of a line then.
    mutating func crossBreak() {
        at = lineBehind(at)
        lineStart = at
    }

    /// The start of the line behind a line break.
    @inline(__always)
    func lineBehind(_ lineBreak: Int) -> Int {
        // A carriage return at the very end is followed by a newline that is not there.
        min(end, lineBreak + (source[lineBreak] == .carriageReturn && source[lineBreak + 1] == .newline ? 2 : 1))
    }

    private mutating func measureIndent() {
        at = Self.spacesEnd(source.span, from: at)
        indent = at - lineStart
    }

    /// The first byte from an offset on that is not a space.
    @inline(__always)
    static func spacesEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = start
        while at &+ 8 <= text.count {
            let others = text.word(at: at) ^ 0x2020_2020_2020_2020
            guard others == 0 else { return at &+ others.trailingZeroBitCount &>> 3 }
            at &+= 8
        }
        while text[at] == .space { at &+= 1 }
        return at
    }

    /// Whether something that a blank must follow stands here: `- `, `? `, `: `.
    @inline(__always)
    func isIndicator(_ byte: UInt8) -> Bool {
        source[at] == byte && source[at + 1].isBlankOrBreak
    }

    /// Whether `---` or `...` starts the line.
    @inline(__always)
    func isDocumentMarker(at offset: Int) -> Bool {
        guard offset == lineStart else { return false }
        let byte = source[offset]
        return (byte == .minus || byte == .dot) && isMarker(byte, at: offset)
    }

    /// Whether three of a byte stand here and nothing at once behind them.
    @inline(__always)
    func isMarker(_ byte: UInt8, at offset: Int) -> Bool {
        source[offset] == byte && source[offset + 1] == byte && source[offset + 2] == byte
            && source[offset + 3].isBlankOrBreak
    }

    /// Whether the white space before a place holds a tab, which indents nothing.
    @inline(__always)
    func isBehindTab(_ offset: Int) -> Bool {
        var before = offset
        while before > lineStart, source[before - 1].isBlank {
            before -= 1
            if source[before] == .tab { return true }
        }
        return false
    }

    /// The first line break from an offset on.
    static func lineEnd(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var at = start
        while !text[at].isBreak { at &+= 1 }
        return at
    }

    /// What is wrong when something stands where nothing may follow on the line, or not in this column.
    func unexpected() -> YAMLFault {
        if isFresh, isBehindTab(at) {
            return YAMLFault("a tab cannot indent; use spaces", at: lineStart + indent)
        }
        let byte = source[at]
        if isIndicator(.colon) {
            return YAMLFault("a mapping cannot start here; quote the text if the ':' belongs to it", at: at)
        }
        if isFresh {
            return YAMLFault(
                "this line fits no level above it: \(indent) \(indent == 1 ? "space" : "spaces") before it", at: at)
        }
        if byte == .hash { return YAMLFault("a comment needs a space before its '#'", at: at) }
        return YAMLFault("expected the end of the line, found \(Spelling.found(source, at))", at: at)
    }
}
