package import DocumentKit
package import WorkflowModel

/// Makes a workflow of a stored object, as an Argo Server does for `submit --from`.
package struct Instantiation: Sendable {
    package var options: SubmitOptions

    package init(options: SubmitOptions) { self.options = options }

    package func workflow(from stored: Resource) -> ValueTree {
        var workflow: ValueTree = [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
            "metadata": ["labels": .object([stored.kind.originLabel: .string(stored.name)])],
        ]
        workflow["spec"] = spec(from: stored)
        if stored.kind == .cronWorkflow { inherit(from: stored, &workflow) }
        var options = options
        if options.name == nil { options.generateName = options.generateName ?? stored.name + "-" }
        options.apply(to: &workflow)
        return workflow
    }

    private func spec(from stored: Resource) -> ValueTree {
        switch stored.kind {
        case .workflowTemplate: ["workflowTemplateRef": ["name": .string(stored.name)]]
        case .clusterWorkflowTemplate: ["workflowTemplateRef": ["name": .string(stored.name), "clusterScope": true]]
        case .cronWorkflow: stored.document[path: "spec", "workflowSpec"]?.tree ?? [:]
        }
    }

    /// What a cron workflow gives to its runs besides their spec: metadata, and itself as their owner.
    private func inherit(from cron: Resource, _ workflow: inout ValueTree) {
        let metadata = cron.document[path: "spec", "workflowMetadata"]
        for key in ["labels", "annotations"] {
            for (name, value) in metadata?[key]?.members ?? ValueTree.null.document().root.members {
                workflow[path: "metadata", key, name] = value.tree
            }
        }
        if let finalizers = metadata?["finalizers"] { workflow[path: "metadata", "finalizers"] = finalizers.tree }
        workflow[path: "metadata", "ownerReferences"] = [
            [
                "apiVersion": "argoproj.io/v1alpha1", "kind": .string(cron.kind.rawValue), "name": .string(cron.name),
                "uid": .string(cron.uid), "controller": true, "blockOwnerDeletion": true,
            ]
        ]
    }
}

extension ResourceKind {
    /// The label by which a workflow says what it was made from.
    fileprivate var originLabel: String {
        switch self {
        case .workflowTemplate: "workflows.argoproj.io/workflow-template"
        case .clusterWorkflowTemplate: "workflows.argoproj.io/cluster-workflow-template"
        case .cronWorkflow: "workflows.argoproj.io/cron-workflow"
        }
    }
}
