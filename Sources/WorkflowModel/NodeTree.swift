/// The nodes of a workflow as the trees argo draws: one below the entrypoint, one below the exit handler.
///
/// A child of a StepGroup or a Retry hangs under it, every other node under the node it names as its boundary.
/// Each node so has at most one parent and a root has none; whatever the document claims, a walk from a root
/// meets every node at most once and ends. Nodes that no root reaches are `unplaced`.
package struct NodeTree: Sendable {
    /// Each key once.
    package let nodes: [WorkflowNode]
    /// Positions of the two roots in `nodes`.
    let mainRoot: Int?
    let exitRoot: Int?
    /// How many keys each group names as children, present or not.
    let childCounts: [Int]
    let types: [NodeType]
    /// The children of all nodes, one run after the other, each in its order.
    private let children: [Int]
    /// Where the run of each node starts; one more entry than there are nodes.
    private let childStarts: [Int]

    package init(_ all: [WorkflowNode], workflow: String) {
        let index = NodeIndex(all)
        let types = index.nodes.map(\.type)
        let claims = zip(index.nodes, types).map { $1.isGroup ? $0.children : [] }
        let mainRoot = index[workflow]
        let parents = index.parents(types: types, claims: claims, root: mainRoot)
        nodes = index.nodes
        self.types = types
        self.mainRoot = mainRoot
        childCounts = claims.map(\.count)
        exitRoot = index[PodName.nodeID(workflow: workflow, name: workflow + ".onExit")].flatMap {
            parents[$0] == .none && $0 != mainRoot ? $0 : nil
        }
        (children, childStarts) = Self.runs(parents, SiblingOrder(nodes))
    }

    /// Positions of a node's children, in order.
    func children(of position: Int) -> ArraySlice<Int> {
        children[childStarts[position]..<childStarts[position + 1]]
    }

    private static func runs(_ parents: [NodeParent], _ order: SiblingOrder) -> (children: [Int], starts: [Int]) {
        var starts = [Int](repeating: 0, count: parents.count + 1)
        for case .node(let parent) in parents { starts[parent + 1] += 1 }
        for place in parents.indices { starts[place + 1] += starts[place] }
        var free = starts
        var children = [Int](repeating: 0, count: starts[parents.count])
        for (child, parent) in parents.enumerated() {
            guard case .node(let parent) = parent else { continue }
            children[free[parent]] = child
            free[parent] += 1
        }
        for place in parents.indices where starts[place + 1] - starts[place] > 1 {
            order.sort(&children[starts[place]..<starts[place + 1]])
        }
        return (children, starts)
    }
}

extension NodeTree {
    /// False where `status.nodes` does not hold the workflow's own node; argo then draws nothing.
    package var hasMain: Bool { mainRoot != nil }
    package var hasExitHandler: Bool { exitRoot != nil }

    /// The rows from the entrypoint down, those that `matches` refuses left out but not what is below them.
    package func mainRows(where matches: (WorkflowNode) -> Bool = { _ in true }) -> NodeTreeRows {
        NodeTreeRows(self, root: mainRoot, matches)
    }

    /// The rows of the exit handler, which argo prints after an empty one.
    package func exitRows(where matches: (WorkflowNode) -> Bool = { _ in true }) -> NodeTreeRows {
        NodeTreeRows(self, root: exitRoot, matches)
    }

    /// Nodes that hang nowhere: workflow-level hooks, which argo does not draw, and what a broken document cuts off.
    package var unplaced: [WorkflowNode] {
        var isPlaced = types.map(\.isHidden)
        for position in below(mainRoot) + below(exitRoot) { isPlaced[position] = true }
        return nodes.indices.filter { !isPlaced[$0] }.map { nodes[$0] }
    }
}
