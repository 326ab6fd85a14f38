import DocumentKit
import TestSupport
import WorkflowAPI
import WorkflowModel

/// A cluster in memory behind real sockets; the tests are its controller and its kubelets.
struct KubernetesSite: ContractSite {
    let cluster = FakeKubernetes()
    let server: LoopbackServer
    let backend: any Backend

    init() throws {
        server = try LoopbackServer(handler: cluster.handler)
        backend = KubernetesBackend(
            ServerConfiguration(baseURL: server.url, address: server.authority), transport: URLSessionTransport())
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
