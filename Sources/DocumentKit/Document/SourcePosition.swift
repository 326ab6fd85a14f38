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
        let offset = min(max(offset, 0), text.count)
        var line = 1
        var column = 1
        var at = min(ByteOrderMark.length(text.span), offset)
        while at < offset {
            let byte = text[at]
            if byte == .newline {
                line += 1
                column = 1
            } else if !UTF8Sequence.isContinuation(byte) {
                column += 1
            }
            at += 1
        }
        self.init(line: line, column: column, offset: offset)
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `line:column`, as messages print it.
    package var description: String { "\(line):\(column)" }
}
