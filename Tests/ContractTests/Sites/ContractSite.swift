import WorkflowAPI
import WorkflowModel

/// A backend with a small world behind it, in which tests bring workflows into the states that they need.
protocol ContractSite: Sendable {
    var backend: any Backend { get }

    /// Submits a job through the backend and brings it to its phase.
    @discardableResult
    func run(_ job: Job) async throws -> Workflow
    /// Lets a running job succeed; does nothing the second time.
    func release(_ job: Job) throws
    /// Keeps every stream about a running job open until the caller leaves, where it would not be anyway.
    func keepStreamsOpen(of job: Job)
    /// What this backend calls a workflow of the contract.
    func reference(_ namespace: String, _ name: String) -> WorkflowReference
    /// A query of the contract as this backend means it.
    func adapted(_ query: WorkflowQuery) -> WorkflowQuery
    /// `namespace/name` of a workflow, as the contract has it.
    func name(of workflow: Workflow) -> String
    /// What ends a run before its time.
    var ending: WorkflowAction { get }
    /// What this backend refuses by name.
    var refusals: [Refusal] { get }
}

/// Something that a backend cannot do, and how a caller would ask for it.
struct Refusal: Sendable {
    /// As the error names it.
    var feature: String
    var request: @Sendable () async throws -> Void
}

extension ContractSite {
    var workflows: any WorkflowService { backend.workflows }

    func keepStreamsOpen(of job: Job) {}

    var ending: WorkflowAction { .stop }

    func reference(_ namespace: String, _ name: String) -> WorkflowReference {
        WorkflowReference(namespace: namespace, name: name)
    }

    func reference(_ job: Job) -> WorkflowReference { reference(job.namespace, job.name) }

    func adapted(_ query: WorkflowQuery) -> WorkflowQuery { query }

    func name(of workflow: Workflow) -> String { "\(workflow.namespace)/\(workflow.name)" }

    /// Every workflow that a query means, in the order of its arrival.
    func list(_ query: WorkflowQuery) async throws -> [Workflow] {
        var found: [Workflow] = []
        try await workflows.list(adapted(query)) { found.append($0) }
        return found
    }

    /// `namespace/name` of every workflow, sorted: backends may order lists as they like.
    func names(_ query: WorkflowQuery = WorkflowQuery(namespace: nil)) async throws -> [String] {
        try await list(query).map(name).sorted()
    }

    /// The lines of a log, each with the pod it came from.
    func log(_ query: LogQuery) async throws -> [LogEntry] {
        var entries: [LogEntry] = []
        try await workflows.logs(query) { entries.append($0) }
        return entries
    }
}

extension LogEntry {
    var text: String { String(decoding: content, as: UTF8.self) }
}
