import DocumentKit
import WorkflowModel

/// Executions of a dashboard as workflows.
struct NightcrawlerWorkflows: WorkflowService {
    let client: APIClient

    func get(_ reference: WorkflowReference, fields: FieldSelection) async throws -> Workflow {
        try await execution(reference).workflow
    }

    func perform(_ action: WorkflowAction, on reference: WorkflowReference) async throws -> Workflow {
        try check(action)
        let id = try await id(of: reference, isSure: true)
        var refusal: BackendError?
        do {
            try await client.send(NightcrawlerEndpoints.cancel(id))
        } catch let error as BackendError where error.isRefusal { refusal = error }
        let execution = try await execution(id)
        let progress = execution.progress
        if progress.isOver, refusal != nil || progress.status?.isCancellation != true {
            throw BackendError.conflict("workflow '\(id.name)' is over: \(progress.statusText)")
        }
        if let refusal { throw refusal }
        return execution.workflow
    }

    func check(_ action: WorkflowAction) throws(BackendError) {
        guard case .terminate = action else { throw .unsupported(action.refusal, by: .nightcrawler) }
    }

    func delete(_ reference: WorkflowReference, force: Bool) async throws {
        throw BackendError.unsupported(BackendFeature.deletion.rawValue, by: .nightcrawler)
    }

    /// Whoever follows a run looks at it again and again instead.
    func watch(_ query: WatchQuery, each body: (WorkflowEvent) throws -> StreamControl) async throws {
        throw BackendError.unsupported("a watch of workflows", by: .nightcrawler)
    }
}

extension BackendError {
    /// The dashboard has looked at the order and does not carry it out.
    fileprivate var isRefusal: Bool {
        switch self {
        case .conflict, .invalid: true
        default: false
        }
    }
}

extension WorkflowAction {
    /// How a refusal of it is worded.
    fileprivate var refusal: String {
        switch self {
        case .stop: "'stop', only 'terminate'"
        case .fail: "steps to fail"
        case .terminate: "'terminate'"
        case .suspend: "'suspend'"
        case .resume: "'resume'"
        }
    }
}
