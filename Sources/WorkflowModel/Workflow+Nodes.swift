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

    /// The name of the pod that runs a node, by the naming the workflow was started with.
    package func podName(of node: WorkflowNode) -> String {
        annotation("workflows.argoproj.io/pod-name-format") == "v1"
            ? node.id : PodName.podName(workflow: name, node: node.name, template: node.effectiveTemplate)
    }

    /// The P/R/C column.
    package var podCounts: PodCounts { PodCounts(nodes) }
}
