/// Reads YAML 1.2 texts (core schema) into documents: order, duplicate keys and the spelling of numbers are kept.
///
/// - `yes`, `no`, `on` and `off` are text; `0644` is octal; `.inf` and `.nan` are text.
/// - `<<` merges mappings as the tools of Kubernetes do.
/// - Keys are texts: `1: a` has the key "1"; lists, mappings and nothing are refused as keys.
/// - Tags of the core schema decide what a value is, other tags are kept beside it.
package enum YAMLReader {
    package struct Options: Sendable {
        /// Levels of nesting above which a text is refused.
        package var depthLimit: Int

        package init(depthLimit: Int = 1_000) {
            self.depthLimit = depthLimit
        }
    }

    /// Reads all documents of a text; there may be none.
    ///
    /// The documents keep the bytes. Bytes given away, with room for a few more, are not copied.
    package static func readAll(
        _ bytes: consuming [UInt8], options: Options = .init()
    ) throws(DocumentError) -> [Document] {
        guard bytes.count <= TapeEntry.maximumExtent else {
            throw DocumentError("a text of more than \(TapeEntry.maximumExtent >> 20) MiB", at: 0, in: bytes)
        }
        do throws(YAMLFault) {
            try YAMLCharacters.check(bytes)
        } catch {
            throw error.error(in: bytes)
        }
        var parser = YAMLParser(bytes, depthLimit: options.depthLimit) { YAMLComposer(source: $0) }
        var documents: [Document] = []
        do throws(YAMLFault) {
            while try parser.nextDocument() != nil { documents.append(parser.handler.finishDocument()) }
        } catch {
            throw error.error(in: Array(parser.source.prefix(parser.end)))
        }
        // One text for all documents: what was made stands behind what was read.
        parser.handler.releaseSource()
        let text = parser.releaseText()
        for index in documents.indices { documents[index].bytes = text }
        return documents
    }

    /// Reads a text that holds one document.
    package static func read(_ bytes: [UInt8], options: Options = .init()) throws(DocumentError) -> Document {
        let documents = try readAll(bytes, options: options)
        guard let first = documents.first else {
            throw DocumentError("expected a document", at: bytes.count, in: bytes)
        }
        if documents.count > 1 {
            throw documents[1].root.error("expected one document, this is the second")
        }
        return first
    }
}
