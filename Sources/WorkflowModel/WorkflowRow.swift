/// What a table of workflows shows of one, its texts apart: read in one go, each field once.
package struct WorkflowRow: Sendable, Hashable {
    package let statusText: String
    package let phase: WorkflowPhase?
    package let createdAt: Timestamp?
    package let startedAt: Timestamp?
    package let finishedAt: Timestamp?
    package let priority: Int?

    package init(_ workflow: Workflow) {
        let phaseText = workflow.phaseText
        let phase = WorkflowPhase(rawValue: phaseText)
        statusText = workflow.statusText(phase, phaseText)
        self.phase = phase
        createdAt = workflow.createdAt
        startedAt = workflow.startedAt
        finishedAt = workflow.finishedAt
        priority = workflow.priority
    }

    package var order: ListOrder { ListOrder(createdAt: createdAt, finishedAt: finishedAt) }

    /// Whole seconds from start to end, or until `now` while it runs; 0 before it has started.
    package func seconds(now: Timestamp) -> Int64 {
        startedAt.map { (finishedAt ?? now).wholeSeconds(since: $0) } ?? 0
    }
}
