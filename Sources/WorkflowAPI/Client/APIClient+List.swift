import DocumentKit

extension APIClient {
    /// What whoever reads a list threw, apart from what went wrong with the list.
    struct ReaderFailure: Error {
        var error: any Error
    }

    /// Reads a list while it arrives, and hands over each of its items.
    ///
    /// - Parameters:
    ///   - length: grows with the bytes that come.
    ///   - accepts: looks at the head before anything is read.
    /// - Returns: the list without its items; nil where the head was not accepted.
    func list(
        _ endpoint: Endpoint<Void>, ifUnknown: UnknownRoute<Void> = .fail, length: inout Int,
        accepts: (HTTPHead) -> Bool = { _ in true }, each body: (DocumentValue) throws -> Void
    ) async throws -> DocumentValue? {
        var reader = JSONListReader()
        var isAccepted = true
        try await stream(endpoint, ifUnknown: ifUnknown, idle: server.timeout) { head, piece in
            if length == 0, !accepts(head) {
                isAccepted = false
                return .stop
            }
            length += piece.count
            do {
                try reader.append(piece) { item in
                    do { try body(item) } catch { throw ReaderFailure(error: error) }
                }
            } catch let error as DocumentError {
                throw AnswerDocument.malformed(error)
            }
            return .proceed
        }
        guard isAccepted else { return nil }
        guard reader.isClosed else { throw AnswerDocument.cut(after: length) }
        let envelope: DocumentValue
        do throws(DocumentError) {
            envelope = try reader.finish().root
        } catch {
            throw AnswerDocument.malformed(error)
        }
        guard envelope["metadata"] != nil || envelope["items"] != nil else {
            throw BackendError.malformed("the answer is not the list it should be")
        }
        return envelope
    }
}
