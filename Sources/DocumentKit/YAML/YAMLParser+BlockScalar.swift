// Block scalars: chapter 8.1 of the specification.
//
//     script: |-          `|` keeps line breaks, `>` folds them; `-` drops the ones at the end, `+` keeps them all
//       echo one          the first line that is not empty says how far the text is indented, unless a digit does

extension YAMLParser {
    private struct Header {
        var isFolded: Bool
        var chomping = UInt8(0)
        /// Columns the text is indented more than the node around it; 0 where the text says so itself.
        var indentation = 0
    }

    /// The cursor stands on `|` or `>`.
    mutating func readBlockScalar(_ place: YAMLPlace) throws(YAMLFault) -> YAMLEvent {
        let origin = at
        let header = try readBlockHeader()
        let start = made.count
        let column =
            header.indentation > 0
            ? max(place.indent, 0) + header.indentation : try detectedColumn(atLeast: place.indent + 1)
        let breaks = try header.isFolded ? appendFoldedLines(column) : appendLiteralLines(column)
        switch header.chomping {
        case .minus: break
        case UInt8(ascii: "+"): made.append(contentsOf: repeatElement(.newline, count: breaks))
        default: if breaks > 0, made.count > start { made.append(.newline) }
        }
        return YAMLEvent(
            .scalar, style: header.isFolded ? .folded : .literal, text: start..<made.count, isMade: true, at: origin)
    }

    private mutating func readBlockHeader() throws(YAMLFault) -> Header {
        var header = Header(isFolded: source[at] == .greater)
        at += 1
        while true {
            let byte = source[at]
            if byte == UInt8(ascii: "+") || byte == .minus, header.chomping == 0 {
                header.chomping = byte
            } else if byte.isDigit, byte != UInt8(ascii: "0"), header.indentation == 0 {
                header.indentation = Int(byte - UInt8(ascii: "0"))
            } else {
                break
            }
            at += 1
        }
        let start = at
        while source[at].isBlank { at += 1 }
        if source[at] == .hash, at > start { at = Self.lineEnd(source.span, from: at) }
        guard source[at].isBreak else {
            throw YAMLFault(
                "expected the end of the line after '|' or '>', found \(Spelling.found(source, at))", at: at)
        }
        if at < end { crossBreak() }
        return header
    }

    /// The column of the first line that holds more than spaces.
    private func detectedColumn(atLeast least: Int) throws(YAMLFault) -> Int {
        var line = at
        var widest = (column: 0, line: at)
        while line < end {
            var text = line
            while source[text] == .space { text += 1 }
            let column = text - line
            guard source[text].isBreak else {
                if column >= least, widest.column > column {
                    throw YAMLFault(
                        "this empty line has more spaces than the text below it", at: widest.line + column)
                }
                return max(column, least)
            }
            if column > widest.column { widest = (column, line) }
            line = lineBehind(text)
        }
        return max(widest.column, least)
    }

    /// Moves over the empty lines at the cursor, which stands at the start of a line.
    /// - Returns: how many there were, and the place of the text on the line after them; nil where the scalar ends.
    private mutating func skipEmptyLines(_ column: Int) throws(YAMLFault) -> (count: Int, text: Int?) {
        var count = 0
        while at < end {
            var text = at
            while source[text] == .space, text - at < column { text += 1 }
            if source[text].isBreak {
                // What follows the last line break is no line.
                guard text < end else {
                    if text > at { count += 1 }
                    at = end
                    break
                }
                at = text
                crossBreak()
                count += 1
            } else {
                if text - at < column, source[text] == .tab, isBlankLine(text) {
                    throw YAMLFault("a tab cannot indent; use spaces", at: text)
                }
                let isText = text - at == column && !(column == 0 && isDocumentMarker(at: text))
                return (count, isText ? text : nil)
            }
        }
        return (count, nil)
    }

    private func isBlankLine(_ offset: Int) -> Bool {
        source[offset..<Self.lineEnd(source.span, from: offset)].allSatisfy(\.isBlank)
    }

    /// Appends one line and crosses its break.
    /// - Returns: whether a line break ended it, and not the end of the text.
    private mutating func appendBlockLine(from text: Int) -> Bool {
        at = Self.lineEnd(source.span, from: text)
        made.append(contentsOf: source[text..<at])
        // A last line of spaces alone counts as a whole one.
        guard at < end else { return source[text..<at].allSatisfy { $0 == .space } }
        crossBreak()
        return true
    }

    /// - Returns: how many line breaks follow the last text.
    private mutating func appendLiteralLines(_ column: Int) throws(YAMLFault) -> Int {
        var breaks = 0
        while true {
            let empty = try skipEmptyLines(column)
            breaks += empty.count
            guard let text = empty.text else { return breaks }
            made.append(contentsOf: repeatElement(.newline, count: breaks))
            breaks = appendBlockLine(from: text) ? 1 : 0
        }
    }

    /// Lines that start with a blank keep the breaks around them; between others one break is a space.
    private mutating func appendFoldedLines(_ column: Int) throws(YAMLFault) -> Int {
        var breaks = 0
        var isFirst = true
        var wasSpaced = false
        while true {
            let empty = try skipEmptyLines(column)
            breaks += empty.count
            guard let text = empty.text else { return breaks }
            let isSpaced = source[text].isBlank
            if isFirst || isSpaced || wasSpaced {
                made.append(contentsOf: repeatElement(.newline, count: breaks))
            } else {
                appendFold(emptyLines: breaks - 1)
            }
            breaks = appendBlockLine(from: text) ? 1 : 0
            isFirst = false
            wasSpaced = isSpaced
        }
    }
}
