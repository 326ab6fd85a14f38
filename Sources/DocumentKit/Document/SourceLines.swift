/// Where the lines of a source text are, found out once: a text with many errors is walked once for all of them.
package struct SourceLines: Sendable {
    /// Bytes from one known place to the next.
    private static let stride = 1024

    private let length: Int
    /// The place of every `stride`th byte.
    private let marks: [SourcePosition]
    /// Where the placeholders of the value that was last asked about stand first.
    private var placeholders: (offset: Int, offsets: [ArraySlice<UInt8>: Int]) = (-1, [:])

    package init(of document: Document) {
        length = document.sourceLength
        var marks: [SourcePosition] = []
        var place = SourcePosition(startOf: document.bytes)
        for offset in Swift.stride(from: 0, to: length + 1, by: Self.stride) {
            place.advance(to: offset, in: document.bytes)
            marks.append(place)
        }
        self.marks = marks
    }

    /// Whether a document of the same file can be of the same text: some files hold several documents.
    package func fits(_ document: Document) -> Bool { document.sourceLength == length }

    /// An error about a value, or about a part of its text, with its place and its line.
    package mutating func error(_ message: String, at value: DocumentValue, part: String? = nil) -> DocumentError {
        let document = value.document
        let offset = part.map { self.offset(of: $0, in: value) } ?? value.offset
        // What YAML made has no place of its own in the source.
        var place = marks[min(max(offset, 0) / Self.stride, marks.count - 1)]
        place.advance(to: offset, in: document.bytes)
        let excerpt = SourceExcerpt(around: offset, in: document.bytes)
        return DocumentError(
            message: message, position: place, sourceLine: excerpt.line, sourceLineColumn: excerpt.column)
    }

    /// Where a part is spelled first: a text with many placeholders is searched once for all of them.
    private mutating func offset(of part: String, in value: DocumentValue) -> Int {
        if part.hasPrefix("{{") {
            if placeholders.offset != value.offset {
                placeholders = (value.offset, Self.placeholders(in: value))
            }
            if let offset = placeholders.offsets[ArraySlice(part.utf8)] { return offset }
        }
        return value.document.offset(of: part, in: value.index)
    }

    private static func placeholders(in value: DocumentValue) -> [ArraySlice<UInt8>: Int] {
        let bytes = value.document.bytes
        var offsets: [ArraySlice<UInt8>: Int] = [:]
        let range = value.document.sourceRange(of: value.index)
        var open: Int?
        var at = range.lowerBound
        while at + 1 < range.upperBound {
            if let start = open, bytes[at] == .closeBrace, bytes[at + 1] == .closeBrace {
                let spelling = bytes[start..<at + 2]
                if offsets[spelling] == nil { offsets[spelling] = start }
                open = nil
                at += 2
            } else if open == nil, bytes[at] == .openBrace, bytes[at + 1] == .openBrace {
                open = at
                at += 2
            } else {
                at += 1
            }
        }
        return offsets
    }
}

extension Document {
    /// Bytes of the text it was read from.
    var sourceLength: Int { yaml?.sourceCount ?? bytes.count }
}
