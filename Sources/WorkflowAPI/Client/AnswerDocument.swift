import DocumentKit

/// Reads the JSON of an answer, and tells a broken one from one that stopped too early.
enum AnswerDocument {
    static func read(_ body: [UInt8]) throws(BackendError) -> Document {
        do throws(DocumentError) {
            return try JSONReader.read(body)
        } catch {
            throw failure(error, length: body.count)
        }
    }

    static func failure(_ error: DocumentError, length: Int) -> BackendError {
        guard error.position.offset < length else {
            return .truncated("the answer stops in the middle, after \(length) bytes")
        }
        return .malformed("the answer is not the JSON it should be: \(error.position): \(error.message)")
    }
}
