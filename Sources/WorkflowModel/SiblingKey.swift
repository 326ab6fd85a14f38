/// What orders the children of one node: the start, then the place in a list, then the name.
struct SiblingKey {
    /// A node that has not started comes first.
    let start: Timestamp
    /// N of `name(N:item)`, as nodes of a fan-out are called.
    let listIndex: Int?
    let name: String

    init(_ node: WorkflowNode) {
        start = node.startedAt ?? .zero
        name = node.displayName
        listIndex = Self.listIndex(of: name)
    }

    static func listIndex(of name: String) -> Int? {
        let bytes = name.utf8
        guard let open = bytes.firstIndex(of: UInt8(ascii: "(")), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            open < colon, let index = Int(name[bytes.index(after: open)..<colon]), index >= 0
        else { return nil }
        return index
    }

    /// Sorts positions of `keys`. List items that start together go by index, the others by name; where both
    /// kinds meet, their runs are merged by name, since comparing them pair by pair would not be transitive.
    static func sort(_ positions: inout ArraySlice<Int>, by keys: [SiblingKey]) {
        positions.sort { isBefore(keys[$0], keys[$1], $0 < $1) }
        var start = positions.startIndex
        while start < positions.endIndex {
            let time = keys[positions[start]].start
            let end = positions[start...].firstIndex { keys[$0].start != time } ?? positions.endIndex
            let split = positions[start..<end].firstIndex { keys[$0].listIndex == nil } ?? end
            if start < split && split < end { merge(&positions, start, split, end, by: keys) }
            start = end
        }
    }

    /// List items before others, so that the runs of one start can be told apart.
    private static func isBefore(_ left: SiblingKey, _ right: SiblingKey, _ cameFirst: Bool) -> Bool {
        if left.start != right.start { return left.start < right.start }
        switch (left.listIndex, right.listIndex) {
        case (let one?, let other?) where one != other: return one < other
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.name == right.name ? cameFirst : left.name < right.name
        }
    }

    private static func merge(
        _ positions: inout ArraySlice<Int>, _ start: Int, _ split: Int, _ end: Int, by keys: [SiblingKey]
    ) {
        var items = positions[start..<split]
        var others = positions[split..<end]
        for place in start..<end {
            if let other = others.first, items.first.map({ keys[other].name < keys[$0].name }) ?? true {
                positions[place] = others.removeFirst()
            } else {
                positions[place] = items.removeFirst()
            }
        }
    }
}
