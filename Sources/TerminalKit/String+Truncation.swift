extension String {
    /// This text within `width` columns: itself, or its beginning and `…`, cut between two user-perceived characters.
    package func truncated(to width: Int) -> String {
        if utf8.count <= width || displayWidth <= width { return self }
        return width < 1 ? "" : prefix(columns: width - 1) + "…"
    }

    /// The longest beginning that takes at most `limit` columns.
    func prefix(columns limit: Int) -> Substring {
        var columns = 0
        var end = startIndex
        while end < endIndex {
            let next = index(after: end)
            columns += String(self[end..<next]).displayWidth
            if columns > limit { break }
            end = next
        }
        return self[..<end]
    }
}
