import WorkflowAPI
import WorkflowModel

/// Decides which workflows a query means.
struct WorkflowFilter {
    private let query: WorkflowQuery
    private let labels: LabelSelector
    private let fields: FieldConditions

    init(_ query: WorkflowQuery) throws(BackendError) {
        self.query = query
        labels = try LabelSelector(parsing: query.labelSelector)
        fields = try FieldConditions(parsing: query.fieldSelector)
    }

    /// What can be said before the workflow is read.
    func mayMatch(name: String, namespace: String) -> Bool {
        fields.match(name: name, namespace: namespace)
            && query.matches(name: name)
    }

    func matches(_ workflow: Workflow) -> Bool {
        guard query.matches(workflow), fields.matches(workflow) else { return false }
        if let completed = query.isCompleted, workflow.isFinished != completed { return false }
        if query.isResubmitted && workflow.label("workflows.argoproj.io/resubmitted-from-workflow") == nil {
            return false
        }
        return labels.matches { workflow.label($0) }
    }
}
