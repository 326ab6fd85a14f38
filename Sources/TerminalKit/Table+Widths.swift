extension Table {
    /// The width of each column, so that a line takes at most `limit` columns as far as flexible columns allow.
    func columnWidths(showsHeader: Bool, limit: Int?) -> [Int] {
        let measured = rows.widths
        var widths = (0..<max(columns.count, measured.count)).map { index in
            let cells = index < measured.count ? measured[index] : 0
            guard index < columns.count else { return cells }
            let header = showsHeader ? columns[index].header.displayWidth : 0
            return max(cells, header, columns[index].minimumWidth)
        }
        guard let limit else { return widths }
        var excess = widths.reduce(0, +) + padding * (widths.count - 1) - limit
        while excess > 0, let widest = widestShrinkable(widths) {
            // Down to the next narrower one, so that the widest columns give first and then all alike.
            let next = shrinkable(widths).map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? 0
            let floor = max(next, leastWidth(of: widest), widths[widest] - excess)
            excess -= widths[widest] - floor
            widths[widest] = floor
        }
        return widths
    }

    private func shrinkable(_ widths: [Int]) -> [Int] {
        columns.indices.filter { columns[$0].isFlexible && widths[$0] > leastWidth(of: $0) }
    }

    private func widestShrinkable(_ widths: [Int]) -> Int? {
        shrinkable(widths).max { widths[$0] < widths[$1] }
    }

    /// Narrower than this a cut cell says nothing any more.
    private func leastWidth(of index: Int) -> Int {
        max(columns[index].minimumWidth, 8)
    }
}
