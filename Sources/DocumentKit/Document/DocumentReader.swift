/// Reads texts that may be JSON or YAML.
package enum DocumentReader {
    /// Reads all documents of a text; there may be none.
    ///
    /// What starts with a brace or a bracket is read as JSON, which is faster and has the better messages. Only when that
    /// fails it may still be YAML in flow style.
    /// - Parameter isJSON: whether nothing but JSON will do.
    package static func readAll(
        _ bytes: consuming [UInt8], isJSON: Bool = false
    ) throws(DocumentError) -> [Document] {
        guard !isJSON else { return try JSONReader.readAll(bytes) }
        let start = bytes[ByteOrderMark.length(bytes.span)...].first { !$0.isSpace }
        guard start == .openBrace || start == .openBracket else { return try YAMLReader.readAll(bytes) }
        do throws(DocumentError) {
            return try JSONReader.readAll(bytes)
        } catch {
            guard let documents = try? YAMLReader.readAll(bytes) else { throw error }
            return documents
        }
    }
}
