/// How wide a column is once all rows are known, and how its cells stand in it.
struct ColumnPlace: Equatable {
    var width: Int
    var isRight: Bool
    /// Whether cells wider than the column are cut; elsewhere they run over it.
    var isCut: Bool
    /// The width that cutting keeps.
    private var leastWidth: Int

    /// Narrower than this a cut cell says nothing any more.
    private static let leastReadable = 8

    /// The columns of `table`, in lines of at most `limit` columns as far as the flexible ones can give.
    static func places(in table: Table, showsHeader: Bool, limit: Int?) -> [ColumnPlace] {
        let measured = table.rows.widths
        let places = (0..<max(table.columns.count, measured.count)).map { index in
            // A row may have more cells than the table has columns.
            let column = index < table.columns.count ? table.columns[index] : ""
            let header = showsHeader ? column.header.displayWidth : 0
            let cells = index < measured.count ? measured[index] : 0
            return ColumnPlace(
                width: max(cells, header, column.minimumWidth), isRight: column.alignment == .right,
                isCut: column.isFlexible && limit != nil, leastWidth: max(column.minimumWidth, leastReadable))
        }
        guard let limit else { return places }
        return fitting(places, into: limit - table.padding * (places.count - 1))
    }

    /// Lowers the widest cut columns to one common width, no further than needed.
    private static func fitting(_ places: [ColumnPlace], into limit: Int) -> [ColumnPlace] {
        var level = places.map(\.width).max() ?? 0
        var fitted = places
        while level > 0, fitted.reduce(0, { $0 + $1.width }) > limit {
            level -= 1
            fitted = places.map { $0.lowered(to: level) }
        }
        return fitted
    }

    private func lowered(to level: Int) -> ColumnPlace {
        var place = self
        if isCut { place.width = min(width, max(level, leastWidth)) }
        return place
    }
}
