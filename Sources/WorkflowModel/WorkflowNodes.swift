import DocumentKit

/// The members of `status.nodes` as they come.
package struct WorkflowNodes: Sequence, IteratorProtocol, Sendable {
    private var members: DocumentMembers?

    init(_ nodes: DocumentValue?) { members = nodes?.members }

    package mutating func next() -> WorkflowNode? {
        members?.next().map { WorkflowNode(key: $0.key, $0.value) }
    }
}
