extension NodeTree {
    func visibility(of position: Int, _ matches: (WorkflowNode) -> Bool) -> NodeVisibility {
        let node = nodes[position]
        switch types[position] {
        case .stepGroup: return .group
        // One attempt says all there is to say, if it is there.
        case .retry where childCounts[position] == 1 && children(of: position).count == 1: return .hidden
        case .skipped where node.phase == .omitted: return .hidden
        default: return matches(node) ? .shown : .hidden
        }
    }

    /// Positions of a root and of all that hangs below it, parents before children.
    func below(_ root: Int?) -> [Int] {
        guard let root else { return [] }
        var order = [root]
        var next = 0
        while next < order.count {
            order.append(contentsOf: children(of: order[next]))
            next += 1
        }
        return order
    }
}
