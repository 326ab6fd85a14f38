import WorkflowModel

/// Orders workflows of this machine by their making, also those of one second: their uids grow with time.
struct CreationOrder: Comparable {
    private let createdAt: Timestamp
    private let uid: String

    init(_ workflow: Workflow) {
        createdAt = workflow.createdAt ?? .epoch
        uid = workflow.uid
    }

    static func < (left: CreationOrder, right: CreationOrder) -> Bool {
        (left.createdAt, left.uid) < (right.createdAt, right.uid)
    }
}
