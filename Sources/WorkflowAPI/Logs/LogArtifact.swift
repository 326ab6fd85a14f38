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

    /// Those of pods that are over and of which nothing is among `seen`, in the document's order.
    package static func all(
        in workflow: Workflow, containers: [String], wanting pods: Set<String>?, except seen: Set<LogSource>
    ) -> [LogArtifact] {
        let naming = workflow.podNaming
        let reference = WorkflowReference(namespace: workflow.namespace, name: workflow.name)
        return workflow.nodes.filter { $0.type == .pod && $0.phase?.isFinal == true }.flatMap { node in
            let pod = naming.podName(of: node)
            guard pods?.contains(pod) != false else { return [LogArtifact]() }
            let kept = node.outputArtifacts.filter { !$0.isDeleted }.map(\.name)
            return containers.filter { container in
                kept.contains(name(container)) && !seen.contains(LogSource(pod: pod, container: container))
            }.map { container in
                LogArtifact(workflow: reference, uid: workflow.uid, node: node.id, pod: pod, container: container)
            }
        }
    }

    private static func name(_ container: String) -> String { container + "-logs" }
}
