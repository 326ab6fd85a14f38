import DocumentKit
import WorkflowModel

/// Workflows of an Argo Server.
///
/// Reads fall back to the routes of older servers where a server does not know the real one; writes are sent once.
struct ArgoWorkflows: WorkflowService {
    let client: APIClient

    func get(_ reference: WorkflowReference, fields: FieldSelection) async throws -> Workflow {
        try await client.send(
            ArgoEndpoints.getWorkflow(reference, fields: fields), ifUnknown: .ask(ArgoEndpoints.getStatus(reference)))
    }

    func submit(_ submission: Submission) async throws -> Workflow {
        try await client.send(ArgoEndpoints.submit(submission))
    }

    func delete(_ reference: WorkflowReference, force: Bool) async throws {
        try await client.send(ArgoEndpoints.deleteWorkflow(reference, force: force))
    }
}
