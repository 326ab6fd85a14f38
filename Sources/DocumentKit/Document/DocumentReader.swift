/// Reads texts that may be JSON or YAML.
package enum DocumentReader {
    /// What a text is said to be, by its file's name.
    package enum Syntax: Sendable {
        /// Nothing but JSON will do.
        case json
        /// YAML, which JSON is too.
        case yaml
        /// Nobody has said.
        case any
    }

    /// Reads all documents of a text; there may be none.
    ///
    /// What starts with a brace or a bracket is read as JSON, which is faster and has the better messages. Only when that
    /// fails it may still be YAML in flow style.
    package static func readAll(
        _ bytes: consuming [UInt8], as syntax: Syntax = .any
    ) throws(DocumentError) -> [Document] {
        guard syntax != .json else { return try JSONReader.readAll(bytes) }
        let start = bytes[ByteOrderMark.length(bytes.span)...].first { !$0.isSpace }
        guard start == .openBrace || start == .openBracket else { return try YAMLReader.readAll(bytes) }
        do throws(DocumentError) {
            return try JSONReader.readAll(bytes)
        } catch {
            return try readAll(bytes, unless: error, as: syntax)
        }
    }

    /// Reads what is no JSON as YAML; where it is none either, the error is that of the syntax that is more likely meant.
    private static func readAll(
        _ bytes: [UInt8], unless json: DocumentError, as syntax: Syntax
    ) throws(DocumentError) -> [Document] {
        do throws(DocumentError) {
            return try YAMLReader.readAll(bytes)
        } catch {
            let (place, jsonPlace) = (error.position.offset, json.position.offset)
            let isPlaceholder = bytes[place...].starts(with: "{{".utf8)
            // YAML goes on over a quote where JSON misses a comma, and stumbles later.
            let lacksComma = jsonPlace < bytes.count && bytes[jsonPlace] == .quote
            throw syntax == .yaml || isPlaceholder || place > jsonPlace && !lacksComma ? error : json
        }
    }
}
