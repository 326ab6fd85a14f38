/// A view of one value in a document. Lookups never trap; a wrong type gives nil or an empty sequence.
package struct DocumentValue: Sendable {
    package enum Kind: Sendable { case null, bool, number, string, array, object }

    package let document: Document
    /// The value's place on the tape.
    let index: Int

    var entry: TapeEntry { document.entry(index) }

    package var kind: Kind {
        switch entry.kind {
        case .null: .null
        case .false, .true: .bool
        case .number: .number
        case .quoted, .text, .escaped: .string
        case .array: .array
        case .object: .object
        }
    }

    /// The tag beside the core schema that a YAML text gives the value: `!secret`.
    package var tag: String? { document.yaml?.tags[index] }

    package var isNull: Bool { entry.kind == .null }

    /// Where the value starts in the source; computed when asked, by walking the text.
    package var position: SourcePosition { document.position(of: index) }

    /// Bytes of the document before the value: values of one source text stand in the order of their offsets.
    package var offset: Int { document.offset(of: index) }

    /// An error about this value, with its place and its line.
    package func error(_ message: String) -> DocumentError {
        DocumentError(message, at: document.offset(of: index), in: document.bytes)
    }

    /// An error about a part of the value's text, placed where the source spells it, in whichever line of the text that is.
    package func error(_ message: String, at part: String) -> DocumentError {
        DocumentError(message, at: document.offset(of: part, in: index), in: document.bytes)
    }

    /// A copy that can be changed.
    package var tree: ValueTree { ValueTree(self) }
}

extension DocumentValue.Kind {
    /// With its article, for messages.
    package var described: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension Document {
    func position(of index: Int) -> SourcePosition {
        SourcePosition(offset: offset(of: index), in: bytes)
    }

    /// Where a part of a string first stands between it and the next value; the string's own place when it is spelled
    /// in another way there.
    func offset(of part: String, in index: Int) -> Int {
        let range = sourceRange(of: index)
        return bytes[range].firstRange(of: part.utf8)?.lowerBound ?? range.lowerBound
    }

    /// The source from a value to the next.
    func sourceRange(of index: Int) -> Range<Int> {
        let start = offset(of: index)
        let next = index + 1 < entry(0).span ? offset(of: index + 1) : sourceLength
        return start..<(next > start ? min(next, sourceLength) : sourceLength)
    }

    /// Where a value's text starts; a string's entry starts behind its quote.
    func offset(of index: Int) -> Int {
        yaml?.origins[index] ?? entry(index).origin(in: bytes)
    }
}
