import DocumentKit

extension Workflow {
    /// Its nodes in the document's order; of a key that stands twice, the last one.
    package var nodes: WorkflowNodes { WorkflowNodes(status?["nodes"]) }

    package func node(id: String) -> WorkflowNode? {
        status?["nodes"]?[id].map { WorkflowNode(key: id, $0) }
    }

    /// Its nodes as argo draws them.
    package func nodeTree() -> NodeTree { NodeTree(Array(nodes), workflow: name) }

    /// Its nodes are packed (`compressedNodes`) or kept in a database: this document does not show them.
    package var nodesAreElsewhere: Bool {
        guard let status, status["nodes"].map({ $0.count == 0 }) ?? true else { return false }
        return !status.text("compressedNodes").isEmpty || !status.text("offloadNodeStatusVersion").isEmpty
    }

    /// How its pods are called; read once, asked for every node.
    package var podNaming: PodNaming { PodNaming(self) }

    package func podName(of node: WorkflowNode) -> String { podNaming.podName(of: node) }

    /// The P/R/C column.
    package var podCounts: PodCounts { PodCounts(nodes) }
}
