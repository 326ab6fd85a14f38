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
        var pageOfID: [String: Int] = [:]
        var (page, offset, seen) = (1, 0, 0)
        while true {
            let answer = try await client.send(request(page, offset))
            guard let items = answer[key], items.kind == .array else {
                throw BackendError.malformed("the answer is not the list it should be: it has no '\(key)'")
            }
            var (count, fresh) = (0, 0)
            for item in items.elements {
                count += 1
                let id = Self.identity(of: item)
                let earlier = pageOfID[id]
                // Items that came on earlier pages say nothing of how much of the list is known.
                if earlier ?? page == page { fresh += 1 }
                guard earlier == nil else { continue }
                pageOfID[id] = page
                try body(item)
            }
            page += 1
            offset += count
            seen += fresh
            guard let total = answer["total"]?.int else {
                if fresh == 0 { return }
                continue
            }
            if seen >= total || count == 0 && offset >= total { return }
            guard fresh > 0 else {
                let what = count == 0 ? "stops sending its list" : "repeats a page of its list"
                throw BackendError.malformed("the server \(what): \(seen) of \(total) items came")
            }
        }
    }

    private static func identity(of item: DocumentValue) -> String {
        item["id"]?.scalarText ?? JSONWriter.text(item, style: .compact)
    }
}
