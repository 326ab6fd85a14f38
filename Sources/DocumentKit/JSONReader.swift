/// Reads JSON texts (RFC 8259) into documents: order, duplicate keys and the spelling of numbers are kept.
package enum JSONReader {
    package struct Options: Sendable {
        /// Levels of nesting above which a text is refused.
        package var depthLimit: Int

        package init(depthLimit: Int = 1_000) {
            self.depthLimit = depthLimit
        }
    }

    /// Reads a text that holds one value. A byte order mark at its start is skipped.
    package static func read(_ bytes: [UInt8], options: Options = .init()) throws(DocumentError) -> Document {
        do {
            var document = Document(bytes: bytes, tape: [])
            try document.parse(options: options)
            return document
        } catch {
            throw error.error(in: bytes)
        }
    }

    /// Reads all values of a text that holds several, one after the other, with or without `---` lines between them.
    package static func readAll(_ bytes: [UInt8], options: Options = .init()) throws(DocumentError) -> [Document] {
        do {
            var documents: [Document] = []
            var parser = JSONParser(at: ByteOrderMark.length(bytes.span), depthLimit: options.depthLimit)
            parser.skipSeparators(bytes.span)
            while parser.at < bytes.count {
                var tape: [UInt64] = []
                try parser.value(bytes.span, into: &tape)
                documents.append(Document(bytes: bytes, tape: tape))
                parser.skipSeparators(bytes.span)
            }
            return documents
        } catch {
            throw error.error(in: bytes)
        }
    }
}

extension Document {
    /// Reads the bytes, which hold one value, into the tape.
    mutating func parse(options: JSONReader.Options) throws(JSONFault) {
        let text = bytes
        tape.removeAll(keepingCapacity: true)
        var parser = JSONParser(at: ByteOrderMark.length(text.span), depthLimit: options.depthLimit)
        try parser.value(text.span, into: &tape)
        try parser.end(text.span)
    }
}

extension JSONParser {
    /// Skips space and lines of three dashes.
    mutating func skipSeparators(_ text: borrowing Span<UInt8>) {
        skipSpace(text)
        while isSeparator(text) {
            skip(3)
            skipSpace(text)
        }
    }

    private func isSeparator(_ text: borrowing Span<UInt8>) -> Bool {
        let dash = UInt8(ascii: "-")
        guard at + 3 <= text.count, text[at] == dash, text[at + 1] == dash, text[at + 2] == dash else { return false }
        guard at == ByteOrderMark.length(text) || text[at - 1] == 0x0A else { return false }
        var end = at + 3
        while end < text.count, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0D { end += 1 }
        return end == text.count || text[end] == 0x0A
    }
}
