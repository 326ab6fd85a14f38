import DocumentKit
import TestSupport
import WorkflowAPI
import WorkflowModel

/// A Nightcrawler dashboard in memory behind real sockets. A namespace of the contract is a definition here.
struct NightcrawlerSite: NetworkSite {
    let dashboard = FakeDashboard()
    let standIn = StandIn()
    let time = TestTime()
    let server: LoopbackServer
    let backend: any Backend

    init() throws {
        server = try LoopbackServer(handler: standIn.before(dashboard.handler))
        backend = NightcrawlerBackend(
            ServerConfiguration(server), transport: URLSessionTransport(),
            time: time.timeAndChance)
        dashboard.change { $0.cancelsAtOnce = true }
        for definition in ["one", "two", "none"] { dashboard.define(definition) }
    }

    /// The dashboard names what is started on it, so a job with a name is put there.
    func run(_ job: Job) async throws -> Workflow {
        dashboard.add(job.name, to: job.namespace, status: Self.word(job.phase), [("job", job.lines)])
        return try await workflows.get(reference(job))
    }

    func release(_ job: Job) throws {
        let running = dashboard.executions(of: job.namespace).first { $0["id"]?.string == job.name }
        if running?["status"]?.string == "running" { dashboard.set("completed", of: job.name, in: job.namespace) }
    }

    func reference(_ namespace: String, _ name: String) -> WorkflowReference {
        WorkflowReference(namespace: "", name: "\(namespace)/\(name)")
    }

    func adapted(_ query: WorkflowQuery) -> WorkflowQuery {
        var query = query
        query.definition = query.namespace
        return query
    }

    func name(of workflow: Workflow) -> String { workflow.name }

    var ending: WorkflowAction { .terminate }

    func refusal(_ status: Int, _ message: String) -> LoopbackAnswer {
        .json("{\"error\":\"\(message)\"}", status: status)
    }

    func fill(_ count: Int) {
        for number in 1...count {
            dashboard.add("job-\(number)", to: "one", status: number.isMultiple(of: 10) ? "failed" : "completed")
        }
    }

    var refusals: [Refusal] {
        var previous = LogQuery(workflow: reference("one", "any"))
        previous.previous = true
        var sidecar = LogQuery(workflow: reference("one", "any"))
        sidecar.container = "sidecar"
        var dryRun = Submission(.resource(.workflowTemplate, name: "one", options: SubmitOptions()), namespace: "")
        dryRun.dryRun = .server
        var named = SubmitOptions()
        named.name = "mine"
        let choosing = Submission(.resource(.workflowTemplate, name: "one", options: named), namespace: "")
        return [
            Refusal(feature: "a watch of workflows") {
                try await workflows.watch(reference("one", "any")) { _ in .stop }
            },
            Refusal(feature: "a deletion of executions") {
                try await workflows.delete(reference("one", "any"), force: false)
            },
            Refusal(feature: "'suspend'") {
                _ = try await workflows.perform(.suspend, on: reference("one", "any"))
            },
            Refusal(feature: "'stop', only 'terminate'") {
                _ = try await workflows.rehearse(.stop, on: reference("one", "any"))
            },
            Refusal(feature: "workflows from manifests") { _ = try await workflows.submit(Job("any").submission()) },
            Refusal(feature: "dry runs (--server-dry-run)") { [dryRun] in _ = try await workflows.submit(dryRun) },
            Refusal(feature: "names to choose for executions (--name, --generate-name)") {
                _ = try await workflows.submit(choosing)
            },
            Refusal(feature: "logs of an earlier instance") { [previous] in _ = try await log(previous) },
            Refusal(feature: "containers") { [sidecar] in _ = try await log(sidecar) },
            Refusal(feature: "lint") { _ = try backend.linter() },
        ]
    }

    private static func word(_ phase: WorkflowPhase) -> String {
        switch phase {
        case .pending: "pending"
        case .running: "running"
        case .succeeded: "completed"
        case .failed, .error: "failed"
        }
    }
}
