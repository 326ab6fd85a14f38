import WorkflowModel

extension ExitStatus {
    /// The truth about a run: 0 succeeded, 3 failed, 8 not over yet.
    init(ofRun workflow: Workflow) {
        switch workflow.outcome {
        case .succeeded: self = .success
        case .failed: self = .runFailed
        case nil: self = .stillRunning
        // It is over and does not say how: no success, and no verdict either.
        case .unknown: self = .failure
        }
    }
}
