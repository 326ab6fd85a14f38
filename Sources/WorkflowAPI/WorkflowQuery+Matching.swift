package import WorkflowModel

extension WorkflowQuery {
    /// Whether a workflow meets the conditions on name, phase and times.
    ///
    /// A server evaluates them too, if it knows them; one that does not just sends more.
    package func matches(_ workflow: Workflow) -> Bool {
        if let namePrefix, !workflow.name.hasPrefix(namePrefix) { return false }
        if let namePattern, !workflow.name.contains(namePattern) { return false }
        if !phases.isEmpty {
            // A workflow that no controller has seen yet has no phase; argo shows it as Pending.
            guard let phase = workflow.phase ?? (workflow.phaseText.isEmpty ? .pending : nil), phases.contains(phase)
            else { return false }
        }
        if let createdAfter {
            guard let created = workflow.createdAt, created > createdAfter else { return false }
        }
        if let finishedBefore {
            guard let finished = workflow.finishedAt, finished < finishedBefore else { return false }
        }
        return true
    }
}
