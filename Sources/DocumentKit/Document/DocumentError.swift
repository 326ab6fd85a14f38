/// What is wrong with a text, where, and the line it stands in.
package struct DocumentError: Error, Equatable, Sendable {
    /// Lower case, no final period: `expected ',' or '}', found 'x'`.
    package var message: String
    package var position: SourcePosition
    /// The line's text, cut around the place and harmless for a terminal.
    package var sourceLine: String
    /// The place's column in `sourceLine`, from 1: where a caret belongs.
    package var sourceLineColumn: Int

    package init(message: String, position: SourcePosition, sourceLine: String, sourceLineColumn: Int? = nil) {
        self.message = message
        self.position = position
        self.sourceLine = sourceLine
        self.sourceLineColumn = sourceLineColumn ?? position.column
    }

    init(_ message: String, at offset: Int, in text: [UInt8]) {
        let excerpt = SourceExcerpt(around: offset, in: text)
        self.init(
            message: message, position: SourcePosition(offset: offset, in: text),
            sourceLine: excerpt.line, sourceLineColumn: excerpt.column)
    }
}

extension DocumentError: CustomStringConvertible {
    package var description: String { "\(position): \(message)" }
}
