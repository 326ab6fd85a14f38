import DocumentKit

extension APIClient {
    /// What whoever reads a list threw, apart from what went wrong with the list.
    struct ReaderFailure: Error {
        var error: any Error
    }

    /// Reads a list while it arrives, and hands over each of its items.
    ///
    /// - Parameters:
    ///   - time: how long its server may take for it; that of its reader does not count.
    ///   - length: grows with the bytes that come.
    ///   - accepts: looks at the head before anything is read.
    /// - Returns: the list without its items; nil where the head was not accepted.
    func list(
        _ endpoint: Endpoint<Void>, ifUnknown: UnknownRoute<Void> = .fail, within limit: Duration, length: inout Int,
        accepts: (HTTPHead) -> Bool = { _ in true }, each body: (DocumentValue) throws -> Void
    ) async throws -> DocumentValue? {
        var reader = JSONListReader()
        var isAccepted = true
        var waited = Duration.zero
        var turn = time.now()
        try await stream(endpoint, ifUnknown: ifUnknown, idle: limit) { head, piece in
            waited += time.now() - turn
            defer { turn = time.now() }
            guard waited <= limit else {
                throw BackendError.timedOut(
                    "the list did not come to its end within \(DeadlineClock.text(server.timeout))")
            }
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
        guard Self.isList(envelope) else {
            throw BackendError.malformed("the answer is not the list it should be")
        }
        return envelope
    }

    /// Lists have items, if only `null`. What has none may be an empty list all the same, where it is called one.
    private static func isList(_ envelope: DocumentValue) -> Bool {
        if envelope["items"] != nil { return true }
        if envelope["kind"]?.string?.hasSuffix("List") == true { return true }
        guard let metadata = envelope["metadata"], metadata["name"] == nil else { return false }
        return ["resourceVersion", "continue", "remainingItemCount"].contains { metadata[$0] != nil }
    }
}
