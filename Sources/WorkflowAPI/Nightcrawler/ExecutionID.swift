import WorkflowModel

/// The two ids by which a dashboard knows an execution: `wf-1001/exec-5001`.
struct ExecutionID: Sendable, Hashable {
    var definition: String
    var execution: String

    var name: String { DashboardExecution.name(definition, execution) }
}
