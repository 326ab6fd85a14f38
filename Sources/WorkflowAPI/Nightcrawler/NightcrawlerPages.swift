import DocumentKit
import WorkflowModel

/// Walks the pages of a dashboard's list until as many have come as it counts.
///
/// ```
/// { "executions": [{…}, {…}], "total": 3, "limit": 2, "offset": 0 }
/// ```
///
/// What comes first moves on when something is added meanwhile: an item may come again, and is told once. A dashboard
/// may send fewer than it was asked for, so that a short page is not the last one.
struct NightcrawlerPages {
    let client: APIClient
    /// The key of the list: `executions`.
    let key: String
    /// The request for a page, counted from 1, behind so many items.
    let request: (_ page: Int, _ offset: Int) -> Endpoint<DocumentValue>

    func walk(each body: (DocumentValue) throws -> Void) async throws {
        var ids: Set<String> = []
        var (page, offset) = (1, 0)
        while true {
            let answer = try await client.send(request(page, offset))
            guard let items = answer[key], items.kind == .array else {
                throw BackendError.malformed("the answer is not the list it should be: it has no '\(key)'")
            }
            var (count, isNew) = (0, false)
            for item in items.elements {
                count += 1
                guard ids.insert(Self.identity(of: item)).inserted else { continue }
                isNew = true
                try body(item)
            }
            page += 1
            offset += count
            let total = answer["total"]?.int
            if count == 0 || total.map({ offset >= $0 }) ?? !isNew { return }
            guard isNew else { throw BackendError.malformed("the server repeats a page of its list") }
        }
    }

    private static func identity(of item: DocumentValue) -> String {
        item["id"]?.scalarText ?? JSONWriter.text(item, style: .compact)
    }
}
