/// One line of the tree.
///
///      └─┬─✔ fan(0:a)        lines: []        joints: [.lastChild, .groupFirst]
///        ├─✖ flaky           lines: [false]   joints: [.groupMiddle]
///        │ └─✔ flaky(0)      lines: [false, true]   joints: [.lastChild]
package struct NodeTreeRow: Sendable {
    package let node: WorkflowNode
    package let type: NodeType
    /// One for each column left of the joints: whether a line runs through it.
    package let lines: ArraySlice<Bool>
    /// None for a root; several where a step's first node stands on the step's own line.
    package let joints: [NodeJoint]

    /// How many columns of two characters stand before the node.
    package var depth: Int { lines.count + joints.count }
}
