/// A place in a source text. Lines and columns count from 1; a column is a Unicode scalar.
package struct SourcePosition: Sendable, Equatable, Hashable {
    package var line: Int
    package var column: Int
    /// Bytes before the place.
    package var offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// Finds the line and column of a byte, by walking the text up to it.
    init(offset: Int, in text: [UInt8]) {
        self.init(startOf: text)
        advance(to: offset, in: text)
    }

    /// Where a text begins: behind a byte order mark.
    init(startOf text: [UInt8]) { self.init(line: 1, column: 1, offset: ByteOrderMark.length(text.span)) }

    /// Walks on to a byte; one before this place is met here.
    mutating func advance(to target: Int, in text: [UInt8]) {
        let target = min(max(target, 0), text.count)
        while offset < target {
            let byte = text[offset]
            if byte == .newline {
                line += 1
                column = 1
            } else if !UTF8Sequence.isContinuation(byte) {
                column += 1
            }
            offset += 1
        }
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `line:column`, as messages print it.
    package var description: String { "\(line):\(column)" }
}
