/// What can be done to a run while it goes on.
package enum WorkflowAction: Sendable, Equatable {
    /// Lets nothing start any more but exit handlers, and ends what runs; the run then fails.
    case stop
}
