import DocumentKit
import TestSupport
import WorkflowAPI
import WorkflowModel

/// An Argo Server in memory behind real sockets; the tests are its controller.
struct ArgoSite: NetworkSite {
    let argo = FakeArgoServer()
    let standIn = StandIn()
    let time = TestTime()
    let server: LoopbackServer
    let backend: any Backend

    init() throws {
        server = try LoopbackServer(handler: standIn.before(argo.handler))
        backend = ArgoBackend(
            ServerConfiguration(server), transport: URLSessionTransport(),
            time: time.timeAndChance)
    }

    func run(_ job: Job) async throws -> Workflow {
        _ = try await workflows.submit(job.submission())
        for line in job.lines { argo.log(job.name, pod: job.name, line) }
        argo.set(job.phase, of: job.name, namespace: job.namespace)
        if job.phase == .running { announceEnd(of: job) }
        return try await workflows.get(job.reference)
    }

    func release(_ job: Job) throws {
        if phase(of: job) == .running { argo.set(.succeeded, of: job.name, namespace: job.namespace) }
    }

    func keepStreamsOpen(of job: Job) { argo.endStreams(of: job.name, with: .untilPeerCloses) }

    func refusal(_ status: Int, _ message: String) -> LoopbackAnswer {
        let codes = [400: 3, 401: 16, 403: 7, 404: 5, 409: 6, 429: 8]
        return .json("{\"code\":\(codes[status] ?? 14),\"message\":\"\(message)\"}", status: status)
    }

    func fill(_ count: Int) {
        for number in 1...count {
            let phase = number.isMultiple(of: 10) ? "Failed" : "Succeeded"
            argo.add(
                workflow: """
                    {"metadata": {"name": "job-\(number)", "namespace": "one", "uid": "\(number)",
                     "labels": {"workflows.argoproj.io/phase": "\(phase)"}}, "status": {"phase": "\(phase)"}}
                    """)
        }
    }

    var refusals: [Refusal] {
        [
            Refusal(feature: "a watch of workflows") {
                argo.change { $0.speaksOldDialect = true }
                try await workflows.watch(Job("any").reference) { _ in .stop }
            }
        ]
    }

    /// Whoever watches the running job sees it succeed.
    private func announceEnd(of job: Job) {
        argo.set(.succeeded, of: job.name, namespace: job.namespace)
        if let end = stored(job) { argo.change(of: job.name, to: JSONWriter.text(end, style: .compact)) }
        argo.set(.running, of: job.name, namespace: job.namespace)
    }

    private func stored(_ job: Job) -> ValueTree? {
        argo.workflows.first { tree in
            let workflow = Workflow(tree.document().root)
            return workflow.name == job.name && workflow.namespace == job.namespace
        }
    }

    private func phase(of job: Job) -> WorkflowPhase? { stored(job).flatMap { Workflow($0.document().root).phase } }
}
