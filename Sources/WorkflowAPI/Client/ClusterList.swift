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
        var budget = client.budget()
        while true {
            var length = 0
            let envelope: DocumentValue?
            do {
                envelope = try await client.list(
                    page(limit, cursor), ifUnknown: ifUnknown, within: budget.remaining, length: &length
                ) { item in
                    if seen.insert(item) { try body(item) }
                }
                budget = client.budget()
            } catch let failure as APIClient.ReaderFailure {
                throw failure.error
            } catch BackendError.server(status: 410, _) where cursor != nil {
                (limit, cursor) = (nil, nil)
                continue
            } catch let failure as BackendError where failure.isBreak && length > 0 && pageSize > 0 {
                // What came before the break is known by now, and does not come twice.
                guard let pause = budget.pause(after: failure.transience) else { throw budget.count(in: failure) }
                client.note?("the list broke off after \(length) bytes; \(budget.notice(of: pause))")
                try await client.time.sleep(pause)
                continue
            }
            guard let next = envelope?["metadata"]?["continue"]?.string, !next.isEmpty else { return }
            guard next != cursor else { throw BackendError.malformed("the server repeats a page of its list") }
            cursor = next
        }
    }
}
