/// Nodes by their keys.
struct NodeIndex {
    /// Each key once, with the last value it was given.
    private(set) var nodes: [WorkflowNode] = []
    private var positions: [String: Int] = [:]

    init(_ all: [WorkflowNode]) {
        nodes.reserveCapacity(all.count)
        positions.reserveCapacity(all.count)
        for node in all {
            if let position = positions[node.key] {
                nodes[position] = node
            } else {
                positions[node.key] = nodes.count
                nodes.append(node)
            }
        }
    }

    subscript(_ key: String) -> Int? { positions[key] }

    /// The parent of every node; `claims` are the keys each group names; the first claim holds.
    func parents(types: [NodeType], claims: [[String]], root: Int?) -> [NodeParent] {
        var parents = [NodeParent](repeating: .none, count: nodes.count)
        for (group, keys) in claims.enumerated() where !types[group].isHidden {
            for case let child? in keys.map({ positions[$0] }) where parents[child] == .none && child != group {
                parents[child] = .node(group)
            }
        }
        for place in nodes.indices where parents[place] == .none {
            let boundary = nodes[place].boundaryID
            guard !boundary.isEmpty else { continue }
            guard let parent = positions[boundary], parent != place, !types[parent].isHidden else {
                parents[place] = .missing
                continue
            }
            parents[place] = .node(parent)
        }
        for place in nodes.indices where types[place].isHidden { parents[place] = .missing }
        if let root { parents[root] = .none }
        return parents
    }
}
