import ArgumentKit
import WorkflowLint

/// A word of `--kinds`: argo's plural or its short name.
enum LintKind: String, CaseIterable, ArgumentValue {
    case all, workflows, workflowtemplates, cronworkflows, clusterworkflowtemplates
    case wf, wftmpl, cronwf, cwftmpl

    var kinds: [ManifestKind] {
        switch self {
        case .all: ManifestKind.allCases
        case .workflows, .wf: [.workflow]
        case .workflowtemplates, .wftmpl: [.workflowTemplate]
        case .cronworkflows, .cronwf: [.cronWorkflow]
        case .clusterworkflowtemplates, .cwftmpl: [.clusterWorkflowTemplate]
        }
    }
}
