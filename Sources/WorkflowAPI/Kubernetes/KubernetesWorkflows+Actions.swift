import DocumentKit
import WorkflowModel

extension KubernetesWorkflows {
    /// How often a change is made anew because somebody else's came between.
    private static let rounds = 8

    func perform(_ action: WorkflowAction, on reference: WorkflowReference) async throws -> Workflow {
        let reference = try await resolved(reference)
        switch action {
        case .stop: return try await shutDown(reference, "Stop", action)
        case .terminate: return try await shutDown(reference, "Terminate", action)
        case .suspend, .fail, .resume: return try await change(reference, action)
        }
    }

    private func shutDown(
        _ reference: WorkflowReference, _ strategy: String, _ action: WorkflowAction
    ) async throws -> Workflow {
        let workflow = try await stored(reference)
        guard !workflow.isFinished else { throw Self.over(workflow) }
        let labels = try await actor().map { WorkflowActor.labels($0, action) } ?? []
        return PackedNodes.unpacked(
            try await client.send(KubernetesEndpoints.shutDown(reference, strategy, labels: labels)))
    }

    /// Whom the header names that goes with a request.
    func actor() async throws -> WorkflowActor? {
        var header = client.server.headers.last { $0.name.lowercased() == "authorization" }
        if header == nil { header = try await client.credentials?.header() }
        guard let header, header.name.lowercased() == "authorization" else { return nil }
        return WorkflowActor(authorization: header.value)
    }

    /// Reads, changes and writes back; a change that came between is read and changed in turn.
    private func change(_ reference: WorkflowReference, _ action: WorkflowAction) async throws -> Workflow {
        var round = 0
        while true {
            let workflow = try await stored(reference)
            guard !workflow.isFinished else { throw Self.over(workflow) }
            let edit = WorkflowEdit(action: action, actor: try await actor(), now: client.time.wallTime())
            guard let changed = try edit.applied(to: workflow) else {
                // After a write whose answer was lost, nothing to do means that it was done.
                if round == 0, action.selector != nil { throw BackendError.nothingWaits(in: workflow) }
                return PackedNodes.unpacked(workflow)
            }
            round += 1
            do {
                return PackedNodes.unpacked(
                    try await client.send(KubernetesEndpoints.replaceWorkflow(reference, changed)))
            } catch BackendError.conflict(let text) {
                guard round < Self.rounds else { throw BackendError.conflict(text) }
                try await client.time.sleep(.milliseconds(10 << round))
            }
        }
    }

    private static func over(_ workflow: Workflow) -> BackendError {
        .conflict("workflow '\(workflow.name)' is over: \(workflow.phaseText)")
    }
}
