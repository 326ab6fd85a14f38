/// One request of a list: which part of it, and what the server is asked to do with it.
struct ListPage: Equatable {
    /// nil asks for everything at once.
    var limit: Int?
    /// The server's offset, or its token.
    var cursor: String?
    /// Has the server count what is left: without it, it forgets to say that there is more.
    var asksForRemainder: Bool
    /// Whether the server evaluates the name condition.
    var filtersNames: Bool
}
