/// The kinds of stored objects that workflows are made from.
package enum ResourceKind: String, CaseIterable, Sendable {
    case workflowTemplate = "WorkflowTemplate"
    case clusterWorkflowTemplate = "ClusterWorkflowTemplate"
    case cronWorkflow = "CronWorkflow"

    /// What messages call one of them.
    package var singular: String {
        switch self {
        case .workflowTemplate: "workflow template"
        case .clusterWorkflowTemplate: "cluster workflow template"
        case .cronWorkflow: "cron workflow"
        }
    }

    /// What messages call several of them.
    package var plural: String { singular + "s" }

    /// Its segment in the paths of an Argo Server.
    package var pathSegment: String {
        switch self {
        case .workflowTemplate: "workflow-templates"
        case .clusterWorkflowTemplate: "cluster-workflow-templates"
        case .cronWorkflow: "cron-workflows"
        }
    }

    /// Its plural in the paths of the Kubernetes API.
    package var crdPlural: String {
        switch self {
        case .workflowTemplate: "workflowtemplates"
        case .clusterWorkflowTemplate: "clusterworkflowtemplates"
        case .cronWorkflow: "cronworkflows"
        }
    }

    /// The key under which a request's body carries it.
    package var bodyKey: String {
        self == .cronWorkflow ? "cronWorkflow" : "template"
    }

    package var isNamespaced: Bool { self != .clusterWorkflowTemplate }

    /// The spellings argo takes in `--from KIND/NAME`, best first.
    package var spellings: [String] {
        let singular = rawValue.lowercased()
        return switch self {
        case .workflowTemplate: [singular, rawValue, crdPlural, "wftmpl"]
        case .clusterWorkflowTemplate: [singular, rawValue, crdPlural, "cwftmpl"]
        case .cronWorkflow: [singular, rawValue, crdPlural, "cronwf"]
        }
    }

    /// The kind that `word` spells, nil for any other word.
    package static func named(_ word: String) -> ResourceKind? {
        allCases.first { $0.spellings.contains(word) }
    }
}
