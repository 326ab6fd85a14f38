import WorkflowModel

/// Why there is no log line to show.
struct LogAbsence {
    /// Logs that the workflow keeps and that were not looked at.
    struct Unread: Equatable {
        var pods: Int
        /// What they do not have: `times`.
        var lack: String
    }

    let name: String
    /// nil where it could not be looked at.
    let workflow: Workflow?
    let container: String
    /// Options that leave lines out, as they were typed.
    let filters: [String]
    /// What the server said in place of a log of a run that is over.
    var refusal: String?
    var unread: Unread?

    var text: String { "no log lines of workflow '\(name)' to show: " + reason + unreadText }

    private var reason: String {
        if let workflow, !workflow.nodesAreElsewhere, !workflow.nodes.contains(where: { $0.type == .pod }) {
            return workflow.isFinished ? "it ended without a pod" : "it has started no pod yet"
        }
        if let refusal { return refusal + (unread == nil && filters.isEmpty ? ", and none was kept" : "") }
        if !filters.isEmpty { return "none passes \(filters.joined(separator: " "))" }
        guard let workflow else { return "the server sent none" }
        if !workflow.isFinished { return "its pods have written nothing yet" + (lack.map { ", or \($0)" } ?? "") }
        let lacks = lack.map { " \($0)," } ?? ""
        return "its pods wrote nothing,\(lacks) or they are gone and their logs were not kept"
    }

    private var unreadText: String {
        guard let unread else { return "" }
        let logs = unread.pods == 1 ? "log of one pod was" : "logs of \(unread.pods) pods were"
        return "; the kept \(logs) not looked at, having no \(unread.lack)"
    }

    /// nil for containers that every pod has.
    private var lack: String? {
        container == "main" || container == LogContainers.all ? nil : "have no container '\(container)'"
    }
}
