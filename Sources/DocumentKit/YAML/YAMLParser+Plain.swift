// Plain scalars, on one line or several: chapter 7.3.3 of the specification.

extension YAMLParser {
    /// Reads the part of a plain scalar that stands on this line.
    mutating func readPlainLine(inFlow: Bool) throws(YAMLFault) -> YAMLEvent {
        let start = at
        guard startsPlain(inFlow) else { throw badStart() }
        let line = Self.plainLine(source.span, from: start, inFlow: inFlow)
        at = line.stop
        return YAMLEvent(.scalar, text: start..<line.end, at: start)
    }

    /// Reads the further lines of a plain scalar; anything else is what it is.
    mutating func continued(_ first: YAMLEvent, _ parentIndent: Int, inFlow: Bool) throws(YAMLFault) -> YAMLEvent {
        guard first.kind == .scalar, first.style == .plain, source[at].isBreak, at < end else { return first }
        var start = 0
        var isFolded = false
        while let next = continuation(parentIndent) {
            let line = Self.plainLine(source.span, from: next.text, inFlow: inFlow)
            guard line.end > next.text else { break }
            if !isFolded {
                start = made.count
                made.append(contentsOf: source[first.text])
                isFolded = true
            }
            appendFold(emptyLines: next.emptyLines)
            made.append(contentsOf: source[next.text..<line.end])
            lineStart = next.lineStart
            at = line.stop
            guard source[at].isBreak else { break }
        }
        guard isFolded else { return first }
        return YAMLEvent(.scalar, text: start..<made.count, isMade: true, at: first.origin)
    }

    /// One line break is a space, more are one newline less.
    mutating func appendFold(emptyLines: Int) {
        if emptyLines == 0 {
            made.append(.space)
        } else {
            made.append(contentsOf: repeatElement(.newline, count: emptyLines))
        }
    }

    /// Where a scalar may go on after the line break at the cursor.
    @inline(__always)
    private func continuation(_ parentIndent: Int) -> (text: Int, lineStart: Int, emptyLines: Int)? {
        var next = at
        var emptyLines = -1
        while true {
            guard next < end else { return nil }
            next = lineBehind(next)
            let line = next
            next = Self.spacesEnd(source.span, from: next)
            let indent = next - line
            while source[next].isBlank { next += 1 }
            emptyLines += 1
            if source[next].isBreak { continue }
            guard indent > parentIndent, source[next] != .hash else { return nil }
            let byte = source[next]
            if next == line, byte == .minus || byte == .dot, isMarker(byte, at: next) { return nil }
            return (next, line, emptyLines)
        }
    }

    /// - Returns: the end of the text without trailing blanks, and the byte that stopped it.
    private static func plainLine(
        _ text: borrowing Span<UInt8>, from start: Int, inFlow: Bool
    ) -> (end: Int, stop: Int) {
        var at = start
        var end = start
        while true {
            let byte = text[at]
            switch byte {
            case .newline, .carriageReturn: return (end, at)
            case .space, .tab:
                at &+= 1
                continue
            case .colon:
                let next = text[at &+ 1]
                if next.isBlankOrBreak || inFlow && next.isFlowIndicator { return (end, at) }
            case .hash:
                if at > start, text[at &- 1].isBlank { return (end, at) }
            case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace:
                if inFlow { return (end, at) }
            default: break
            }
            at &+= 1
            end = at
        }
    }

    @inline(__always)
    private func startsPlain(_ inFlow: Bool) -> Bool {
        switch source[at] {
        case .minus, .question, .colon:
            let next = source[at + 1]
            return !next.isBlankOrBreak && !(inFlow && next.isFlowIndicator)
        case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace, .hash, .ampersand, .asterisk, .exclamation,
            .pipe, .greater, .apostrophe, .quote, .percent, UInt8(ascii: "@"), UInt8(ascii: "`"):
            return false
        default: return true
        }
    }

    private func badStart() -> YAMLFault {
        let found = Spelling.found(source, at)
        switch source[at] {
        case .percent, UInt8(ascii: "@"), UInt8(ascii: "`"):
            return YAMLFault("a plain text cannot start with \(found); quote it", at: at)
        case .pipe, .greater: return YAMLFault("a block text cannot start here", at: at)
        default: return YAMLFault("expected a value, found \(found)", at: at)
        }
    }
}
