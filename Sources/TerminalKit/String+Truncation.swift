extension String {
    /// This text within `width` columns: itself, or its beginning and `…`, cut between two user-perceived characters.
    package func truncated(to width: Int) -> String {
        if utf8.count <= width || displayWidth <= width { return self }
        return beginning(to: width)
    }

    /// As much of this text as fits before `…` within `width` columns.
    func beginning(to width: Int) -> String {
        guard width > 0 else { return "" }
        var columns = 0
        var end = startIndex
        while end < endIndex {
            let next = index(after: end)
            columns += String(self[end..<next]).displayWidth
            if columns > width - 1 { break }
            end = next
        }
        return self[..<end] + "…"
    }
}
