import WorkflowModel

/// Which of a run's steps to show where there is no room for all: what failed, what runs, what waits, then the rest.
struct NodeFold {
    /// Keys of the nodes that stay; nil when all do.
    private let kept: Set<String>?
    /// `… 1240 more: 1200 Succeeded, 40 Pending`; nil when all are shown.
    let rest: String?

    /// - Parameters:
    ///   - rows: the rows of the tree, all of them.
    ///   - limit: how many lines there are; where rows are left out one of them counts those.
    init(_ rows: [NodeTreeRow], limit: Int) {
        guard rows.count > limit else {
            (kept, rest) = (nil, nil)
            return
        }
        let ranked = rows.enumerated().sorted { one, other in
            let ranks = (Self.rank(one.element), Self.rank(other.element))
            return ranks.0 == ranks.1 ? one.offset < other.offset : ranks.0 < ranks.1
        }
        let room = max(0, limit - 1)
        kept = Set(ranked.prefix(room).map(\.element.node.key))
        var counts: [NodePhase: Int] = [:]
        var unknown = 0
        for (_, row) in ranked.dropFirst(room) {
            if let phase = row.node.phase { counts[phase, default: 0] += 1 } else { unknown += 1 }
        }
        var words = NodePhase.allCases.compactMap { phase in counts[phase].map { "\($0) \(phase.rawValue)" } }
        if unknown > 0 { words.append("\(unknown) without a phase") }
        rest = "… \(rows.count - room) more: " + words.joined(separator: ", ")
    }

    func keeps(_ node: WorkflowNode) -> Bool { kept?.contains(node.key) ?? true }

    /// Leaves before the nodes around them, which run and fail along with what they hold.
    private static func rank(_ row: NodeTreeRow) -> Int {
        let isLeaf = row.type == .pod || row.type == .suspend || row.type == .http || row.type == .plugin
        return switch row.node.phase {
        case .failed, .error: isLeaf ? 0 : 3
        case .running: isLeaf ? 1 : 4
        case .pending: 2
        case nil: 5
        case .succeeded, .skipped, .omitted: 6
        }
    }
}
