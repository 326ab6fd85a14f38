/// Orders the children of one node: by start, then by place in a list, then by name.
struct SiblingOrder {
    private let nodes: [WorkflowNode]
    /// When each node started; one that has not comes first, or where it has a place among them last.
    private let starts: [Timestamp]

    init(_ nodes: [WorkflowNode]) {
        self.nodes = nodes
        // A document has the fraction in all of its nodes or in none.
        let hasFractions = nodes.first?.startFraction != nil
        starts = nodes.map { node in
            guard let start = node.startedAt else {
                guard hasFractions, let fraction = node.startFraction else { return .zero }
                return Timestamp(seconds: .max, nanoseconds: Int32(clamping: fraction))
            }
            guard hasFractions, start.nanoseconds == 0 else { return start }
            return Timestamp(seconds: start.seconds, nanoseconds: Int32(clamping: node.startFraction ?? 0))
        }
    }

    /// Sorts positions of nodes. Names are only read where siblings started together.
    func sort(_ positions: inout ArraySlice<Int>) {
        positions.sort { starts[$0] == starts[$1] ? $0 < $1 : starts[$0] < starts[$1] }
        var first = positions.startIndex
        while first < positions.endIndex {
            let start = starts[positions[first]]
            let end = positions[first...].firstIndex { starts[$0] != start } ?? positions.endIndex
            if end - first > 1 {
                let sorted = ordered(positions[first..<end].map(named))
                for (place, position) in zip(first..<end, sorted) { positions[place] = position }
            }
            first = end
        }
    }

    /// A node among those that started together.
    private struct Named {
        let position: Int
        let name: String
        /// N of `name(N:item)`, as nodes of a fan-out are called.
        let listIndex: Int?
    }

    private func named(_ position: Int) -> Named {
        let name = nodes[position].displayName
        return Named(position: position, name: name, listIndex: Self.listIndex(of: name))
    }

    /// List items go by index, the others by name. Where both kinds meet they are merged by name, since comparing
    /// them pair by pair would not be transitive.
    private func ordered(_ nodes: [Named]) -> [Int] {
        let items = nodes.filter { $0.listIndex != nil }.sorted {
            ($0.listIndex ?? 0, $0.name, $0.position) < ($1.listIndex ?? 0, $1.name, $1.position)
        }
        let others = nodes.filter { $0.listIndex == nil }.sorted { ($0.name, $0.position) < ($1.name, $1.position) }
        var merged: [Int] = []
        merged.reserveCapacity(nodes.count)
        var next = 0
        for item in items {
            while next < others.count, others[next].name < item.name {
                merged.append(others[next].position)
                next += 1
            }
            merged.append(item.position)
        }
        return merged + others[next...].map(\.position)
    }

    private static func listIndex(of name: String) -> Int? {
        let bytes = name.utf8
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            open < colon, let index = Int(name[bytes.index(after: open)..<colon]), index >= 0
        else { return nil }
        return index
    }
}
