package import WorkflowModel

/// What can be done to a run while it goes on.
package enum WorkflowAction: Sendable, Equatable {
    /// Lets nothing start any more but exit handlers, and ends what runs; the run then fails.
    case stop
    /// Fails the waiting suspend steps that a selector picks; the run goes on as after any failed step.
    case fail(NodeFieldSelector, message: String?)
    /// Ends everything at once, exit handlers too.
    case terminate
    /// Lets nothing new start until it is resumed.
    case suspend
    /// Ends the suspension, or only the waiting suspend steps that a selector picks.
    case resume(NodeFieldSelector? = nil)

    /// What picks the steps that it is about, of which there are none the second time.
    var selector: NodeFieldSelector? {
        switch self {
        case .fail(let selector, _): selector
        case .resume(let selector): selector
        case .stop, .terminate, .suspend: nil
        }
    }
}
