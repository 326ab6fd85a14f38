/// Walks one tree from its root down, row by row.
///
/// A hidden node is replaced by its children, and a branch without any row left leaves no trace, so that every line
/// that is drawn leads somewhere. Open nodes stand on a stack: memory grows with the depth and not with its square,
/// and a chain of any length is only a long loop.
package struct NodeTreeRows: Sequence, IteratorProtocol, Sendable {
    /// A node whose children are being visited.
    private struct Frame {
        /// The children to come, the next one last.
        var pending: [Int]
        var isFirst = true
        /// How many columns stand before them.
        let columns: Int
        let visibility: NodeVisibility
    }

    private let tree: NodeTree
    private let visibilities: [NodeVisibility]
    /// Whether a node or anything below it has a row.
    private let isDrawn: [Bool]
    private var frames: [Frame]
    private var lines: [Bool] = []
    private var joints: [NodeJoint] = []

    init(_ tree: NodeTree, root: Int?, _ matches: (WorkflowNode) -> Bool) {
        var visibilities = [NodeVisibility](repeating: .hidden, count: tree.nodes.count)
        var isDrawn = [Bool](repeating: false, count: tree.nodes.count)
        let order = tree.below(root)
        for position in order.reversed() {
            visibilities[position] = tree.visibility(of: position, matches)
            isDrawn[position] =
                visibilities[position] == .shown || tree.children(of: position).contains { isDrawn[$0] }
        }
        self.tree = tree
        self.visibilities = visibilities
        self.isDrawn = isDrawn
        // Roots stand side by side without joints, as children of nothing.
        frames = [Frame(pending: order.prefix(1).filter { isDrawn[$0] }, columns: 0, visibility: .hidden)]
    }

    package mutating func next() -> NodeTreeRow? {
        while let position = advance() {
            let visibility = visibilities[position]
            frames.append(Frame(pending: drawnChildren(of: position), columns: lines.count, visibility: visibility))
            if visibility == .shown {
                return NodeTreeRow(
                    node: tree.nodes[position], type: tree.types[position], lines: lines.dropLast(joints.count),
                    joints: joints)
            }
        }
        return nil
    }

    /// The next row or group, with the columns set for it.
    private mutating func advance() -> Int? {
        while let top = frames.indices.last {
            guard let position = frames[top].pending.popLast() else {
                frames.removeLast()
                continue
            }
            if visibilities[position] == .hidden {
                frames[top].pending.append(contentsOf: drawnChildren(of: position))
                continue
            }
            let frame = frames[top]
            frames[top].isFirst = false
            lines.removeLast(lines.count - frame.columns)
            // The first node of a group goes on where the group's own line has come to.
            if frame.visibility != .group || !frame.isFirst { joints = [] }
            if let joint = joint(in: frame) {
                joints.append(joint)
                lines.append(joint.continues)
            }
            return position
        }
        return nil
    }

    private func joint(in frame: Frame) -> NodeJoint? {
        let isLast = frame.pending.isEmpty
        return switch frame.visibility {
        case .hidden: nil
        case .shown: isLast ? .lastChild : .child
        case .group where frame.isFirst: isLast ? .groupOnly : .groupFirst
        case .group: isLast ? .groupLast : .groupMiddle
        }
    }

    private func drawnChildren(of position: Int) -> [Int] {
        tree.children(of: position).reversed().filter { isDrawn[$0] }
    }
}
