import DocumentKit
import WorkflowModel

/// Workflows as objects of a cluster.
struct KubernetesWorkflows: WorkflowService {
    let client: APIClient

    func list(_ query: WorkflowQuery, each body: (Workflow) throws -> Void) async throws {
        let conditions = try FieldConditions(parsing: query.fieldSelector)
        try await ClusterList(client: client, pageSize: query.pageSize).read { limit, cursor in
            KubernetesEndpoints.listWorkflows(query, fields: conditions.server, limit: limit, cursor: cursor)
        } each: { item in
            let workflow = Workflow(KubernetesEndpoints.identified(item, kind: KubernetesEndpoints.workflowKind))
            guard query.matches(workflow), conditions.matches(workflow) else { return }
            try body(Self.needsNodes(query.fields, of: workflow) ? PackedNodes.unpacked(workflow) : workflow)
        }
    }

    /// A row shows nothing of the nodes of a workflow, but for whether one that runs waits at one of them.
    private static func needsNodes(_ fields: FieldSelection, of workflow: Workflow) -> Bool {
        switch fields {
        case .everything, .wideRow, .nodes: true
        case .row: workflow.phase == .running
        case .names, .status: false
        }
    }

    func get(_ reference: WorkflowReference, fields: FieldSelection) async throws -> Workflow {
        PackedNodes.unpacked(try await stored(reference))
    }

    func submit(_ submission: Submission, telling tell: (WriteFate) -> Void) async throws -> Workflow {
        let namespace = submission.namespace
        var manifest = try await manifest(of: submission)
        switch submission.dryRun {
        case .server:
            manifest.label(WorkflowActor.labels(creator: try await actor()))
            return try await client.send(
                KubernetesEndpoints.createWorkflow(manifest, namespace: namespace, dryRun: true))
        case .client:
            _ = try await client.send(
                KubernetesEndpoints.createWorkflow(manifest, namespace: namespace, dryRun: true))
            return Workflow(manifest.document().root)
        case .none: manifest.label(WorkflowActor.labels(creator: try await actor()))
        }
        guard let mark = WriteMark(manifest, random: client.time.random) else {
            throw BackendError.invalid("metadata.name is missing, and so is metadata.generateName")
        }
        return try await ExactlyOnce(client: client, kind: "workflow") { [manifest] mark in
            KubernetesEndpoints.createWorkflow(mark.marked(manifest), namespace: namespace)
        } read: { name in
            KubernetesEndpoints.getWorkflow(WorkflowReference(namespace: namespace, name: name))
        }.run(mark, telling: tell)
    }

    func delete(_ reference: WorkflowReference, force: Bool) async throws {
        let reference = try await resolved(reference)
        if force { try await client.send(KubernetesEndpoints.dropFinalizers(reference)) }
        do {
            try await client.send(KubernetesEndpoints.delete(KubernetesEndpoints.workflow(reference)))
        } catch BackendError.notFound where force {
            // What was being deleted already, and only its finalizers kept, is gone with them.
        }
    }

    /// What a submission creates: a cluster instantiates nothing, so that is done here.
    private func manifest(of submission: Submission) async throws -> ValueTree {
        switch submission.source {
        case .manifest(let manifest): return manifest
        case .resource(let kind, let name, let options):
            let routes = KubernetesResourceRoutes(kind: kind)
            let stored = try await client.send(routes.get(name, namespace: submission.namespace))
            return Instantiation(options: options).workflow(from: stored)
        }
    }

    /// A workflow as it is stored, its nodes perhaps packed.
    func stored(_ reference: WorkflowReference) async throws -> Workflow {
        try await client.send(KubernetesEndpoints.getWorkflow(try await resolved(reference)))
    }

    /// The name that `@latest` stands for at this moment.
    func resolved(_ reference: WorkflowReference) async throws -> WorkflowReference {
        guard reference.isLatest else { return reference }
        var latest: (name: String, created: Timestamp)?
        try await ClusterList(client: client, pageSize: WorkflowQuery(namespace: nil).pageSize).read { limit, cursor in
            KubernetesEndpoints.identities(namespace: reference.namespace, limit: limit, cursor: cursor)
        } each: { item in
            let workflow = Workflow(item)
            let created = workflow.createdAt ?? .zero
            if latest.map({ ($0.created, $0.name) < (created, workflow.name) }) ?? true {
                latest = (workflow.name, created)
            }
        }
        guard let latest else {
            throw BackendError.notFound("no workflows found in namespace '\(reference.namespace)'")
        }
        return WorkflowReference(namespace: reference.namespace, name: latest.name)
    }
}
