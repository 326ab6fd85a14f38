import WorkflowAPI
import WorkflowModel

/// Decides which workflows a query means.
struct WorkflowFilter {
    private let query: WorkflowQuery
    private let labels: LabelSelector
    private let fields: FieldSelector

    init(_ query: WorkflowQuery) throws(BackendError) {
        self.query = query
        labels = try LabelSelector(parsing: query.labelSelector)
        fields = try FieldSelector(parsing: query.fieldSelector)
    }

    /// What can be said before the workflow is read.
    func mayMatch(name: String, namespace: String) -> Bool {
        fields.matches(name: name, namespace: namespace)
            && (query.namePrefix.map { name.hasPrefix($0) } ?? true)
            && (query.namePattern.map { name.contains($0) } ?? true)
    }

    func matches(_ workflow: Workflow) -> Bool {
        if !query.phases.isEmpty {
            guard let phase = workflow.phase, query.phases.contains(phase) else { return false }
        }
        if let completed = query.isCompleted, workflow.isFinished != completed { return false }
        if query.isResubmitted && workflow.label("workflows.argoproj.io/resubmitted-from-workflow") == nil {
            return false
        }
        if let after = query.createdAfter {
            guard let created = workflow.createdAt, created > after else { return false }
        }
        if let before = query.finishedBefore {
            guard let finished = workflow.finishedAt, finished < before else { return false }
        }
        return labels.matches { workflow.label($0) }
    }
}
