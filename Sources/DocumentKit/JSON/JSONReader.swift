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
        try read(bytes, options: options, blocks: NativeBlocks.self)
    }

    static func read<Blocks: ByteBlocks>(
        _ bytes: [UInt8], options: Options, blocks: Blocks.Type
    ) throws(DocumentError) -> Document {
        var document = Document(bytes: bytes, tape: [])
        do throws(JSONFault) {
            let start = ByteOrderMark.length(bytes.span)
            try document.parse(from: start, options: options, blocks: blocks)
        } catch {
            throw error.error(in: bytes)
        }
        return document
    }

    /// Reads all values of a text that holds several, one after the other, with or without `---` lines between them.
    package static func readAll(_ bytes: [UInt8], options: Options = .init()) throws(DocumentError) -> [Document] {
        var documents: [Document] = []
        do throws(JSONFault) {
            var at = DocumentSeparator.skip(bytes.span, from: ByteOrderMark.length(bytes.span))
            while at < bytes.count {
                var document = Document(bytes: bytes, tape: [])
                at = try document.parseValue(at: at, options: options, blocks: NativeBlocks.self)
                documents.append(document)
                at = DocumentSeparator.skip(bytes.span, from: at)
            }
        } catch {
            throw error.error(in: bytes)
        }
        return documents
    }
}
