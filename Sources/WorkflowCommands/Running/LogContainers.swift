import DocumentKit
import WorkflowModel

/// The containers that pods of a workflow may have.
struct LogContainers {
    /// What stands for all of them on the command line.
    static let all = "all"

    let workflow: Workflow

    /// Argo's own first one, those of the templates, and argo's own last one.
    var names: [String] {
        var names = ["init"]
        var templates: [DocumentValue] = []
        for spec in [workflow.spec?.document, workflow.status?["storedWorkflowTemplateSpec"]] {
            if let list = spec?["templates"]?.elements { templates += list }
        }
        if let stored = workflow.status?["storedTemplates"]?.members { templates += stored.map(\.value) }
        for template in templates {
            let lists = [template["initContainers"], template["containerSet"]?["containers"], template["sidecars"]]
            let own = lists.flatMap { $0?.elements.compactMap { $0["name"]?.string } ?? [] }
            names += template["containerSet"] == nil ? own + ["main"] : own
        }
        names += ["main", "wait"]
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
