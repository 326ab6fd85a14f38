/// How the pods of one workflow are called.
package struct PodNaming: Sendable {
    private let workflow: String
    /// The naming called v1, where a pod has the id of its node.
    private let usesNodeIDs: Bool

    package static let formatAnnotation = "workflows.argoproj.io/pod-name-format"

    package init(_ workflow: Workflow) {
        self.workflow = workflow.name
        usesNodeIDs = workflow.annotation(Self.formatAnnotation) == "v1"
    }

    package func podName(of node: WorkflowNode) -> String { podName(of: node, template: node.effectiveTemplate) }

    /// The same for a node whose template has been read already.
    package func podName(of node: WorkflowNode, template: String) -> String {
        usesNodeIDs ? node.id : PodName.podName(workflow: workflow, node: node.name, template: template)
    }
}
