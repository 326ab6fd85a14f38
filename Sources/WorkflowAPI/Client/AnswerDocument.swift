import DocumentKit

/// Reads the JSON of an answer, and tells a broken one from one that stopped too early.
enum AnswerDocument {
    static func read(_ body: [UInt8]) throws(BackendError) -> Document {
        do throws(DocumentError) {
            return try JSONReader.read(body)
        } catch {
            throw isCut(body, error) ? cut(after: body.count) : malformed(error)
        }
    }

    static func cut(after length: Int) -> BackendError {
        .truncated("the answer stops in the middle, after \(length) bytes")
    }

    static func malformed(_ error: DocumentError) -> BackendError {
        .malformed("the answer is not the JSON it should be: \(error.position): \(error.message)")
    }

    /// Whether the text was an object and fine up to its last word.
    private static func isCut(_ body: [UInt8], _ error: DocumentError) -> Bool {
        let start = body.first { !" \t\r\n".utf8.contains($0) }
        guard start == nil || start == UInt8(ascii: "{") else { return false }
        return !body[min(error.position.offset, body.count)...].contains { "\n,:]}".utf8.contains($0) }
    }
}
