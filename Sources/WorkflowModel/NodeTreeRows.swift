/// Walks one tree from its root down, row by row.
///
/// The state is one stack of open nodes and one of columns, so memory grows with the depth and not with its square.
/// A hidden node passes its place on to its first child.
package struct NodeTreeRows: Sequence, IteratorProtocol, Sendable {
    /// A node whose children are being visited.
    private struct Frame {
        var children: ArraySlice<Int>
        let childCount: Int
        /// How many columns its children's own lines stand behind.
        let columns: Int
        let visibility: Visibility
    }

    private enum Visibility {
        case shown
        /// It has no row; its children stand in its place.
        case hidden
        /// The same, and they are drawn side by side.
        case group
    }

    private let tree: NodeTree
    private let matches: @Sendable (WorkflowNode) -> Bool
    private var root: Int?
    private var frames: [Frame] = []
    private var lines: [Bool] = []
    private var joints: [NodeJoint] = []

    init(_ tree: NodeTree, root: Int?, _ matches: @escaping @Sendable (WorkflowNode) -> Bool) {
        self.tree = tree
        self.root = root
        self.matches = matches
    }

    package mutating func next() -> NodeTreeRow? {
        while let position = advance() {
            let visibility = visibility(of: position)
            let children = tree.children(of: position)
            if !children.isEmpty {
                frames.append(
                    Frame(
                        children: children, childCount: children.count, columns: lines.count, visibility: visibility))
            }
            guard visibility == .shown else { continue }
            return NodeTreeRow(
                node: tree.nodes[position], lines: lines.dropLast(joints.count), joints: joints)
        }
        return nil
    }

    /// The next node in order, with the columns set for it.
    private mutating func advance() -> Int? {
        if let first = root {
            root = nil
            return first
        }
        while let frame = frames.last, frame.children.isEmpty { frames.removeLast() }
        guard let top = frames.indices.last else { return nil }
        let frame = frames[top]
        let isFirst = frame.children.count == frame.childCount
        let child = frames[top].children.removeFirst()
        if lines.count > frame.columns { lines.removeLast(lines.count - frame.columns) }
        if frame.visibility == .shown || !isFirst { joints = [] }
        if let joint = joint(in: frame, isFirst: isFirst) {
            joints.append(joint)
            lines.append(joint.continues)
        }
        return child
    }

    private func joint(in frame: Frame, isFirst: Bool) -> NodeJoint? {
        let isLast = frame.children.count == 1
        return switch frame.visibility {
        case .shown: isLast ? .lastChild : .child
        case .group where frame.childCount == 1: .groupOnly
        case .group where isFirst: .groupFirst
        case .group: isLast ? .groupLast : .groupMiddle
        case .hidden: nil
        }
    }

    private func visibility(of position: Int) -> Visibility {
        let node = tree.nodes[position]
        switch tree.types[position] {
        case .stepGroup: return .group
        // One attempt says all there is to say; a child that is missing cannot.
        case .retry where tree.childCounts[position] == 1 && tree.children(of: position).count == 1: return .hidden
        case .skipped where node.phase == .omitted: return .hidden
        default: return matches(node) ? .shown : .hidden
        }
    }
}
