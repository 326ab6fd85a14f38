package import WorkflowModel

/// What can be done with workflows. Errors are `BackendError`, `CancellationError`, or what `body` threw.
package protocol WorkflowService: Sendable {
    /// Hands every workflow that `query` matches to `body`, page after page, in the order of their arrival.
    ///
    /// A workflow is only borrowed storage while `body` runs; keeping it is allowed and costs a copy.
    func list(_ query: WorkflowQuery, each body: (Workflow) throws -> Void) async throws
    func get(_ reference: WorkflowReference, fields: FieldSelection) async throws -> Workflow
    /// Creates a workflow once, whatever becomes of the answers.
    ///
    /// `telling` is told the name of what may exist from then on, even when no answer comes, and when it is certain again
    /// that it does not. A name that was made here may turn out to be taken, and another is told.
    func submit(_ submission: Submission, telling: (WriteFate) -> Void) async throws -> Workflow
    /// Steers a run and answers with it as it is then; a run that is over already is a conflict.
    func perform(_ action: WorkflowAction, on reference: WorkflowReference) async throws -> Workflow
    /// Throws where no run takes such an order here.
    func check(_ action: WorkflowAction) throws(BackendError)
    /// `force` also drops the finalizers that would keep the object alive.
    func delete(_ reference: WorkflowReference, force: Bool) async throws
    /// Hands every log line to `body` as it arrives; returns at the log's proper end, throws on any other.
    ///
    /// `between` is told what happens between lines.
    func logs(
        _ query: LogQuery, each body: (LogEntry) throws -> Void, between: (LogMark) throws -> Void
    ) async throws
    /// Hands the lines of a log that the workflow keeps to `body`; returns at its proper end, throws on any other.
    func archivedLog(_ artifact: LogArtifact, each body: (ArraySlice<UInt8>) throws -> Void) async throws
    /// Whether the log of all containers can be asked for at once; else each is asked for by its name.
    var readsAllContainers: Bool { get }
    /// Whether a followed log that ends in good order has ended because the run has.
    var followsToTheEnd: Bool { get }
    /// Hands the current state, or what came after `query.after`, and then every change to `body` until it answers `.stop`.
    ///
    /// Returns early when the server ends the stream in good order. `RunFollower` goes on from there; nobody else needs to.
    func watch(_ query: WatchQuery, each body: (WorkflowEvent) throws -> StreamControl) async throws
}

extension WorkflowService {
    package func check(_ action: WorkflowAction) throws(BackendError) {}

    package func get(_ reference: WorkflowReference) async throws -> Workflow {
        try await get(reference, fields: .everything)
    }

    package func submit(_ submission: Submission) async throws -> Workflow {
        try await submit(submission) { _ in }
    }

    package func logs(_ query: LogQuery, each body: (LogEntry) throws -> Void) async throws {
        try await logs(query, each: body) { _ in }
    }
}

/// Whether a stream goes on.
package enum StreamControl: Sendable, Equatable { case proceed, stop }

/// What the caller needs of each workflow; servers that can send less do.
package enum FieldSelection: Sendable, Equatable {
    case everything
    /// The fields a table row needs.
    case row
    /// `row` plus arguments and nodes, for the wide table.
    case wideRow
    /// `status` plus nodes, and how their pods are called.
    case nodes
    /// Name, namespace and times.
    case names
    /// Phase, message, times and the `completed` label.
    case status
}

/// One workflow by name. `@latest` is the youngest of the namespace.
package struct WorkflowReference: Sendable, Hashable {
    package var namespace: String
    package var name: String

    package init(namespace: String, name: String) {
        self.namespace = namespace
        self.name = name
    }

    package var isLatest: Bool { name == "@latest" }
}
