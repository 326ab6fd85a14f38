package import WorkflowModel

/// The log of one container of one node, as the workflow keeps it when the pod is gone.
package struct LogArtifact: Sendable, Equatable {
    package var workflow: WorkflowReference
    /// By which a workflow is known that only the archive has.
    package var uid: String
    package var node: String
    package var pod: String
    package var container: String

    /// What the controller calls it: `main-logs`.
    package var name: String { Self.name(container) }

    /// Those of pods that are over and not among `seen`, in the document's order.
    package static func all(
        in workflow: Workflow, container: String, wanting pods: Set<String>?, except seen: Set<String>
    ) -> [LogArtifact] {
        let naming = workflow.podNaming
        let name = name(container)
        return workflow.nodes.filter { $0.type == .pod && $0.phase?.isFinal == true }.compactMap { node in
            let pod = naming.podName(of: node)
            guard !seen.contains(pod), pods?.contains(pod) != false,
                node.outputArtifacts.contains(where: { $0.name == name && !$0.isDeleted })
            else { return nil }
            return LogArtifact(
                workflow: WorkflowReference(namespace: workflow.namespace, name: workflow.name), uid: workflow.uid,
                node: node.id, pod: pod, container: container)
        }
    }

    private static func name(_ container: String) -> String { container + "-logs" }
}
