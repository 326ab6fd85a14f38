import DocumentKit
import WorkflowModel

/// Workflows of an Argo Server.
///
/// Reads fall back to the routes of older servers where a server does not know the real one.
struct ArgoWorkflows: WorkflowService {
    let client: APIClient

    func get(_ reference: WorkflowReference, fields: FieldSelection) async throws -> Workflow {
        try await client.send(
            ArgoEndpoints.getWorkflow(reference, fields: fields),
            ifUnknown: .ask(ArgoEndpoints.getStatus(reference), remembering: .workflowRoute))
    }

    func submit(_ submission: Submission, telling tell: (WriteFate) -> Void) async throws -> Workflow {
        guard submission.dryRun == .none, let mark = WriteMark(submission, random: client.time.random) else {
            return try await client.send(ArgoEndpoints.submit(submission))
        }
        var creation = ExactlyOnce(client: client, kind: "workflow") { mark in
            ArgoEndpoints.submit(submission, mark: mark)
        } read: { name in
            let reference = WorkflowReference(namespace: submission.namespace, name: name)
            return ArgoEndpoints.getWorkflow(reference, fields: .everything)
        }
        // Servers before annotations were options of a submission leave them out.
        if case .resource = submission.source { creation.keepsAnnotations = false }
        return try await creation.run(mark, telling: tell)
    }

    func perform(_ action: WorkflowAction, on reference: WorkflowReference) async throws -> Workflow {
        do {
            return try await client.send(ArgoEndpoints.perform(action, on: reference))
        } catch let error as BackendError {
            throw error.judged
        }
    }

    func delete(_ reference: WorkflowReference, force: Bool) async throws {
        try await client.send(ArgoEndpoints.deleteWorkflow(reference, force: force))
    }
}

extension BackendError {
    /// The server has no word of its own for orders that come too late, or that mean no step.
    fileprivate var judged: BackendError {
        switch self {
        case .server(status: 500, let text) where text.contains("a completed workflow"),
            .invalid(let text) where text.contains("completed workflows"):
            .conflict(text)
        case .server(status: 500, let text) where text.contains("no suspend nodes matching"): .notFound(text)
        default: self
        }
    }
}
