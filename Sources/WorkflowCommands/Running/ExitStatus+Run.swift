import WorkflowAPI
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
    /// That of runs of which nobody reads any more: their own where all are over.
    init(ofUnread runs: [WorkflowReference], _ service: any WorkflowService) async {
        self = .success
        for run in runs {
            let workflow = try? await service.get(run, fields: .status)
            guard let workflow, workflow.isFinished else {
                self = .unread
                return
            }
            self = worst(ExitStatus(ofRun: workflow))
        }
    }
}
