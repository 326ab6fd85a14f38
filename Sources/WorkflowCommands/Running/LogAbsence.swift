import WorkflowModel

/// Why there is no log line to show.
struct LogAbsence {
    let name: String
    /// nil where it could not be looked at.
    let workflow: Workflow?
    let container: String
    /// Options that leave lines out, as they were typed.
    let filters: [String]

    var text: String {
        let start = "no log lines of workflow '\(name)' to show: "
        if let workflow, !workflow.nodesAreElsewhere, !workflow.nodes.contains(where: { $0.type == .pod }) {
            return start + (workflow.isFinished ? "it ended without a pod" : "it has started no pod yet")
        }
        if !filters.isEmpty { return start + "none passes \(filters.joined(separator: " "))" }
        if let workflow, !workflow.isFinished { return start + "its pods have written nothing yet" + container(" or") }
        return start + "its pods wrote nothing," + container("")
            + " or they are gone and their logs were not kept"
    }

    private func container(_ word: String) -> String {
        container == "main" || container == LogContainers.all ? "" : "\(word) have no container '\(container)',"
    }
}
