import DocumentKit

/// Reads a list page after page by the cluster's own tokens, every item once.
///
/// A token is good for some minutes. Where it has expired the whole list is asked for in one piece, which cannot expire,
/// and what has come already is passed over.
struct ClusterList {
    let client: APIClient
    /// 0 asks for everything at once.
    let pageSize: Int
    var ifUnknown = APIClient.UnknownRoute<Void>.fail

    /// - Parameter page: the request for a page, by its limit and its token.
    func read(
        _ page: (_ limit: Int?, _ cursor: String?) -> Endpoint<Void>, each body: (DocumentValue) throws -> Void
    ) async throws {
        var limit = pageSize > 0 ? pageSize : nil
        var cursor: String?
        var seen = ListIdentities(isNeeded: limit != nil)
        while true {
            let envelope: DocumentValue?
            do {
                envelope = try await client.list(page(limit, cursor), ifUnknown: ifUnknown) { item in
                    if seen.insert(item) { try body(item) }
                }
            } catch let failure as APIClient.ReaderFailure {
                throw failure.error
            } catch BackendError.server(status: 410, _) where cursor != nil {
                (limit, cursor) = (nil, nil)
                continue
            }
            guard let next = envelope?["metadata"]?["continue"]?.string, !next.isEmpty else { return }
            guard next != cursor else { throw BackendError.malformed("the server repeats a page of its list") }
            cursor = next
        }
    }
}
