import DocumentKit
import Synchronization
import TestSupport
import WorkflowModel

@testable import WorkflowAPI

/// A dashboard in memory and its backend, with a clock on which sleeping takes no time.
struct NightcrawlerWorld {
    let dashboard = FakeDashboard()
    let time = TestTime()
    let transport: StubTransport
    let backend: NightcrawlerBackend
    let warnings = Warnings()

    /// What the user was told.
    final class Warnings: Sendable {
        private let texts = Mutex<[String]>([])
        var all: [String] { texts.withLock { $0 } }
        func add(_ text: String) { texts.withLock { $0.append(text) } }
    }

    init(retries: Int = 3) {
        transport = StubTransport(handler: dashboard.handler)
        var server = ServerConfiguration(baseURL: "http://dashboard.test", address: "dashboard.test")
        server.retries = retries
        backend = NightcrawlerBackend(
            server, transport: transport, warn: { [warnings] in warnings.add($0) }, time: time.timeAndChance)
    }

    /// The paths and queries that were asked for.
    var asked: [String] { dashboard.requests.map { "\($0.method) \($0.target.dropFirst("/api/workflows".count))" } }

    func names(_ change: (inout WorkflowQuery) -> Void = { _ in }) async throws -> [String] {
        var query = WorkflowQuery(namespace: nil)
        change(&query)
        var names: [String] = []
        try await backend.workflows.list(query) { names.append($0.name) }
        return names
    }

    func get(_ name: String) async throws -> String {
        try await backend.workflows.get(WorkflowReference(namespace: "", name: name)).name
    }

    func execute(_ definition: String, _ parameters: [String: String] = [:]) async throws -> Workflow {
        var options = SubmitOptions()
        options.parameters = parameters.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }
        let source = Submission.Source.resource(.workflowTemplate, name: definition, options: options)
        return try await backend.workflows.submit(Submission(source, namespace: ""))
    }

    var posts: [String] { dashboard.requests.filter { $0.method == "POST" }.map(\.text) }
}
