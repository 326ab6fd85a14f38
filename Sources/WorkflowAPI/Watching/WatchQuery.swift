package import WorkflowModel

/// Which workflow to hear of, and from which of its states on.
package struct WatchQuery: Sendable, Equatable {
    package var workflow: WorkflowReference
    /// The resource version that the caller has seen: only later changes come. nil begins with the current state.
    package var after: String?
    /// What the caller reads of each state; servers that can send less do.
    package var fields = FieldSelection.everything
    /// Silence that proves a stream dead; it ends with `BackendError.timedOut` then. nil waits for ever.
    package var idle: Duration?

    package init(workflow: WorkflowReference, after: String? = nil) {
        self.workflow = workflow
        self.after = after
    }
}

/// What a watch says of its workflow.
package enum WorkflowEvent: Sendable {
    case changed(Workflow)
    case deleted(Workflow)
    /// A sign of life without news; a bookmark also names the version up to which nothing was missed.
    case unchanged(version: String?)
}
