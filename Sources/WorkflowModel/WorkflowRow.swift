/// What a table of workflows shows of one, read in one go and kept without its document.
package struct WorkflowRow: Sendable, Hashable {
    package let name: String
    package let namespace: String
    package let statusText: String
    package let phase: WorkflowPhase?
    package let createdAt: Timestamp?
    package let startedAt: Timestamp?
    package let finishedAt: Timestamp?
    package let priority: Int?
    package let progress: String
    package let message: String

    package init(_ workflow: Workflow) {
        let phaseText = workflow.phaseText
        name = workflow.name
        namespace = workflow.namespace
        statusText = workflow.statusText(phaseText)
        phase = WorkflowPhase(rawValue: phaseText)
        createdAt = workflow.createdAt
        startedAt = workflow.startedAt
        finishedAt = workflow.finishedAt
        priority = workflow.priority
        progress = workflow.progress
        message = workflow.message
    }

    package var order: ListOrder { ListOrder(createdAt: createdAt, finishedAt: finishedAt) }

    /// From start to end, or until `now` while it runs; nil before it has started.
    package func duration(now: Timestamp) -> Duration? {
        startedAt.map { (finishedAt ?? now) - $0 }
    }
}
