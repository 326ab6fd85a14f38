import DocumentKit
import TestSupport
import WorkflowAPI
import WorkflowModel

/// A cluster in memory behind real sockets; the tests are its controller and its kubelets.
struct KubernetesSite: NetworkSite {
    let cluster = FakeKubernetes()
    let standIn = StandIn()
    let time = TestTime()
    let server: LoopbackServer
    let backend: any Backend

    init() throws {
        server = try LoopbackServer(handler: standIn.before(cluster.handler))
        backend = KubernetesBackend(
            ServerConfiguration(server), transport: URLSessionTransport(),
            time: time.timeAndChance)
    }

    func run(_ job: Job) async throws -> Workflow {
        _ = try await workflows.submit(job.submission())
        for line in job.lines { cluster.log(job.name, namespace: job.namespace, pod: job.name, line) }
        cluster.set(job.phase, of: job.name, namespace: job.namespace)
        if job.phase == .running { announceEnd(of: job) }
        return try await workflows.get(job.reference)
    }

    func release(_ job: Job) throws {
        let phase = cluster.object(job.name, namespace: job.namespace)?[path: "status", "phase"]
        if phase == "Running" { cluster.set(.succeeded, of: job.name, namespace: job.namespace) }
    }

    func keepStreamsOpen(of job: Job) { cluster.endStreams(with: .untilPeerCloses) }

    func refusal(_ status: Int, _ message: String) -> LoopbackAnswer {
        .json(
            #"{"kind":"Status","code":\#(status),"message":"\#(message)","#
                + #""reason":"\#(status == 404 ? "NotFound" : "Other")","details":{"name":"x","kind":"workflows"}}"#,
            status: status)
    }

    func fill(_ count: Int) {
        for number in 1...count {
            cluster.add("job-\(number)", namespace: "one", phase: number.isMultiple(of: 10) ? .failed : .succeeded)
        }
    }

    var refusals: [Refusal] {
        [Refusal(feature: "lint") { _ = try backend.linter() }]
    }

    /// Whoever watches the running job sees it succeed.
    private func announceEnd(of job: Job) {
        cluster.set(.succeeded, of: job.name, namespace: job.namespace)
        if let end = cluster.object(job.name, namespace: job.namespace) {
            cluster.announce(
                job.name, JSONWriter.text(["type": "MODIFIED", "object": end] as ValueTree, style: .compact))
        }
        cluster.set(.running, of: job.name, namespace: job.namespace)
    }
}
