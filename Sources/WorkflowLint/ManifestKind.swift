package import WorkflowModel

/// The kinds of manifests that can be linted; the raw value is what a document's `kind` says.
package enum ManifestKind: String, CaseIterable, Sendable {
    case workflow = "Workflow"
    case workflowTemplate = "WorkflowTemplate"
    case clusterWorkflowTemplate = "ClusterWorkflowTemplate"
    case cronWorkflow = "CronWorkflow"

    /// What messages call one of them.
    package var described: String { resource?.singular ?? "workflow" }

    package init(_ resource: ResourceKind) {
        switch resource {
        case .workflowTemplate: self = .workflowTemplate
        case .clusterWorkflowTemplate: self = .clusterWorkflowTemplate
        case .cronWorkflow: self = .cronWorkflow
        }
    }

    /// The kind of stored object it is, nil for a workflow.
    package var resource: ResourceKind? { ResourceKind(rawValue: rawValue) }
}
