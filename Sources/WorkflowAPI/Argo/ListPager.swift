/// Decides which pages of a list to ask for, so that no item is lost and none comes twice.
///
/// A limited list of an Argo Server may end without a word after its first page. So a full page without a cursor is
/// never believed: the next offset is asked for, and a server that does not understand offsets is asked for everything.
struct ListPager {
    /// What is known of a page when it has been read.
    struct Page: Equatable {
        var items: Int
        /// Items that no page before had.
        var newItems: Int
        var cursor: String?
        var remaining: Int?
    }

    /// The request to send; nil when the list is complete.
    private(set) var next: ListPage?
    private var offset = 0

    init(pageSize: Int) {
        next = ListPage(
            limit: pageSize > 0 ? pageSize : nil, cursor: nil, asksForRemainder: pageSize > 0, filtersNames: true)
    }

    mutating func received(_ page: Page) {
        guard let asked = next else { return }
        offset += page.items
        next = nil
        guard let limit = asked.limit else {
            // Nobody asked for pages, but a server may have its own mind.
            if let cursor = page.cursor, page.newItems > 0 { go(on: cursor, from: asked) }
            return
        }
        let hasMore = page.cursor != nil || page.remaining.map { $0 > 0 } ?? (page.items == limit)
        if page.newItems == 0, hasMore || page.items > 0 {
            // It goes round in circles: only the whole list is sure to hold what is missing.
            askForEverything(asked)
        } else if hasMore {
            go(on: page.cursor ?? String(offset), from: asked)
        }
    }

    /// A page was refused as invalid or expired; whether there is another way to ask.
    mutating func refused() -> Bool {
        guard let asked = next, asked.limit != nil else { return false }
        askForEverything(asked)
        return true
    }

    /// The server may take the name condition for an exact name: it is asked again, without.
    mutating func distrustsNames() { next?.filtersNames = false }

    private mutating func go(on cursor: String, from asked: ListPage) {
        next = asked
        next?.cursor = cursor
    }

    private mutating func askForEverything(_ asked: ListPage) {
        next = ListPage(limit: nil, cursor: nil, asksForRemainder: false, filtersNames: asked.filtersNames)
    }
}
