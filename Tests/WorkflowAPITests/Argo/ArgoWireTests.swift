import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// The backend over real sockets: what only the wire can get wrong.
@Suite(.timeLimit(.minutes(5))) struct ArgoWireTests {
    static func connect(_ argo: FakeArgoServer, retries: Int? = nil) throws -> (ArgoBackend, LoopbackServer) {
        let server = try LoopbackServer(handler: argo.handler)
        var settings = ConnectionSettings()
        settings.server = server.url
        settings.token = "t"
        settings.retries = retries
        let choice = try BackendChoice.choose(settings, environment: [:]) { _ in [] }
        guard case .argo(let configuration) = choice.target else { throw BackendError.invalid("no server") }
        return (ArgoBackend(configuration, transport: URLSessionTransport()), server)
    }

    @Test func goesThroughAWorkflowsLife() async throws {
        var behaviour = FakeArgoServer.Behaviour()
        behaviour.authorization = "Bearer t"
        behaviour.itemsPerPiece = 2
        let argo = FakeArgoServer(behaviour)
        for number in 0..<7 { argo.add("w\(number)") }
        let (backend, server) = try Self.connect(argo)
        let submission = Submission(.manifest(["metadata": ["name": "job é"]]), namespace: "argo")
        let job = WorkflowReference(namespace: "argo", name: try await backend.workflows.submit(submission).name)
        argo.set(.running, of: job.name)
        argo.log(job.name, pod: "p", "one", "two")
        var lines: [String] = []
        try await backend.workflows.logs(LogQuery(workflow: job)) {
            lines.append(String(decoding: $0.content, as: UTF8.self))
        }
        #expect(lines == ["one", "two"])

        argo.change(of: job.name, to: #"{"status":{"phase":"Succeeded"}}"#)
        var phases: [String] = []
        try await backend.workflows.watch(job) { event in
            if case .changed(let workflow) = event { phases.append(workflow.phaseText) }
            return .proceed
        }
        #expect(phases == ["Running", "Succeeded"])
        var names: [String] = []
        try await backend.workflows.list(ArgoListTests.query()) { names.append($0.name) }
        #expect(names == (0..<7).map { "w\($0)" } + ["job é"])
        try await backend.workflows.delete(job, force: true)
        #expect(argo.workflows.count == 7)
        withExtendedLifetime(server) {}
    }

    @Test func tellsErrorsApart() async throws {
        let argo = FakeArgoServer()
        argo.add("job")
        let route = "GET /api/v1/workflows/argo/job"
        argo.fail(
            route, with: .error(401, code: 16, "who"), .error(403, code: 7, "no"), .error(404, code: 5, "gone"),
            .error(429, code: 8, "slow"), .error(500, code: 13, "boom"), .html(200), .cut(after: 30),
            .answer(LoopbackAnswer(status: 302, headers: [.init("Location", "https://elsewhere/x?token=s3cret")])))
        let (backend, server) = try Self.connect(argo, retries: 0)
        let job = WorkflowReference(namespace: "argo", name: "job")
        var errors: [String] = []
        for _ in 0..<8 {
            do { _ = try await backend.workflows.get(job) } catch let error as BackendError {
                errors.append(String("\(error)".prefix { $0 != "(" }))
                #expect(!"\(error)".contains("s3cret"))
            }
        }
        #expect(
            errors == [
                "unauthenticated", "forbidden", "notFound", "throttled", "server", "malformed", "truncated", "server",
            ])
        #expect(try await backend.workflows.get(job).name == "job")
        withExtendedLifetime(server) {}
    }

    @Test func closesAWatchThatIsOver() async throws {
        let argo = FakeArgoServer()
        argo.add("job", phase: .running)
        let closed = Gate()
        argo.endStreams(of: "job", with: .untilPeerCloses, .open(closed))
        let (backend, server) = try Self.connect(argo)
        try await backend.workflows.watch(WorkflowReference(namespace: "argo", name: "job")) { _ in .stop }
        try await closed.opened()
        withExtendedLifetime(server) {}
    }
}
