import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct ArgoStreamTests {
    static let job = WorkflowReference(namespace: "argo", name: "job")

    static func lines(_ backend: ArgoBackend, _ query: LogQuery = LogQuery(workflow: job)) async throws -> [String] {
        var lines: [String] = []
        try await backend.workflows.logs(query) { entry in
            lines.append("\(entry.pod): \(String(decoding: entry.content, as: UTF8.self))")
        }
        return lines
    }

    static func phases(_ backend: ArgoBackend, until last: WorkflowPhase? = nil) async throws -> [String] {
        var phases: [String] = []
        try await backend.workflows.watch(job) { event in
            switch event {
            case .changed(let workflow):
                phases.append(workflow.phaseText)
                return workflow.phase == last ? .stop : .proceed
            case .deleted: phases.append("gone")
            case .unchanged: break
            }
            return .proceed
        }
        return phases
    }

    static func server() -> FakeArgoServer {
        let argo = FakeArgoServer()
        argo.add("job", phase: .running)
        argo.log("job", pod: "job-1", "one: é \"quoted\" \u{1B}[31m", "", "  two")
        argo.log("job", pod: "job-2", "three")
        argo.log("job", pod: "job-2", container: "wait", "hidden")
        return argo
    }

    @Test(arguments: [nil, 1, 2, 5] as [Int?]) func readsALogLineByLine(_ pieceSize: Int?) async throws {
        let (backend, _) = ArgoListTests.backend(Self.server(), pieceSize: pieceSize)
        #expect(
            try await Self.lines(backend) == [
                "job-1: one: é \"quoted\" \u{1B}[31m", "job-1: ", "job-1:   two", "job-2: three",
            ])
    }

    @Test func asksTheServerForPodContainerAndTail() async throws {
        let (backend, _) = ArgoListTests.backend(Self.server())
        var query = LogQuery(workflow: Self.job)
        query.pod = "job-1"
        query.tail = 1
        #expect(try await Self.lines(backend, query) == ["job-1:   two"])
        query = LogQuery(workflow: Self.job)
        query.container = "wait"
        #expect(try await Self.lines(backend, query) == ["job-2: hidden"])
    }

    @Test func usesTheOldRouteWhereTheServerKnowsNoOther() async throws {
        let argo = Self.server()
        argo.change { $0.speaksOldDialect = true }
        let (backend, _) = ArgoListTests.backend(argo)
        #expect(try await Self.lines(backend).count == 4)
        #expect(argo.requests.map(\.path) == ["/api/v1/workflows/argo/job/log", "/api/v1/workflows/argo/job/logs"])
    }

    @Test(arguments: [
        (#"{"grpc_code":13,"http_code":500,"message":"boom"}"#, BackendError.server(status: 500, message: "boom")),
        (#"{"grpc_code":5,"message":"gone"}"#, .notFound("gone")),
        (#"{"grpc_code":7,"http_code":403,"message":"no"}"#, .forbidden("no (no credentials were sent)")),
        (#""just text""#, .server(status: 500, message: "just text")),
        (#"{}"#, .server(status: 500, message: "the server broke off the stream and gave no reason")),
        (#"{"grpc_code":8,"http_code":429,"message":"slow down"}"#, .throttled("slow down", retryAfter: nil)),
        (#"{"grpc_code":8,"http_code":429,"message":"EOF"}"#, .truncated("the server ended the log before its end")),
    ])
    func makesErrorsOfErrorFrames(_ frame: String, _ error: BackendError) async {
        let argo = Self.server()
        argo.endStreams(of: "job", with: .text("data: {\"error\":\(frame)} \n\n"))
        let (backend, _) = ArgoListTests.backend(argo)
        var lines = 0
        await #expect(throws: error) {
            try await backend.workflows.logs(LogQuery(workflow: Self.job)) { _ in lines += 1 }
        }
        #expect(lines == 4)
    }

    @Test func reportsAMissingWorkflowBeforeTheFirstLine() async {
        let (backend, _) = ArgoListTests.backend(FakeArgoServer())
        await #expect(throws: BackendError.notFound(#"workflows.argoproj.io "job" not found"#)) {
            _ = try await Self.lines(backend)
        }
    }

    @Test func doesNotTakeACutLogForAWholeOne() async {
        let argo = Self.server()
        argo.endStreams(of: "job", with: .cut)
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: BackendError.truncated("the connection was closed")) { _ = try await Self.lines(backend) }
    }

    @Test(arguments: [
        (
            "application/json", "{\"result\":{\"content\":\"a\",\"podName\":\"p\"}}\n{\"result\":{\"content\":\"b\"}}",
            ["p: a", ": b"]
        ),
        ("application/json", "{\"content\":\"bare\\n\",\"podName\":\"p\"}\r\n\r\n", ["p: bare"]),
        ("text/plain; charset=utf-8", "<a>\nb", [": <a>", ": b"]),
        ("text/event-stream", ":\n\nevent: x\ndata:{\"result\":{\"content\":\"a\"}}\r\n\r\nid: 1\ndata: \n\n", [": a"]),
        ("text/event-stream", "data: {\"result\":null}\n\ndata: {}\n\n", []),
    ])
    func understandsEveryFraming(_ type: String, _ body: String, _ expected: [String]) async throws {
        let (backend, _) = ArgoListTests.backend { _ in .text(body, type: type) }
        #expect(try await Self.lines(backend) == expected)
    }

    @Test(arguments: ["data: {\"result\":\n\n", "data: nonsense\n\n", "data: 5\n\n"])
    func refusesFramesThatAreNotJSON(_ body: String) async {
        let (backend, _) = ArgoListTests.backend { _ in .text(body, type: "text/event-stream") }
        await #expect(throws: BackendError.self) { _ = try await Self.lines(backend) }
    }

    @Test(arguments: [nil, 1, 3] as [Int?]) func watchesUntilTheServerEnds(_ pieceSize: Int?) async throws {
        let argo = Self.server()
        argo.change(of: "job", to: #"{"status":{"phase":"Running"}}"#, #"{"status":{"phase":"Failed"}}"#, "null")
        let (backend, _) = ArgoListTests.backend(argo, pieceSize: pieceSize)
        #expect(try await Self.phases(backend) == ["Running", "Running", "Failed", "gone"])
    }

    @Test func stopsWatchingWhenTold() async throws {
        let argo = Self.server()
        argo.change(of: "job", to: #"{"status":{"phase":"Failed"}}"#)
        argo.endStreams(of: "job", with: .untilPeerCloses)
        let (backend, _) = ArgoListTests.backend(argo)
        #expect(try await Self.phases(backend, until: .failed) == ["Running", "Failed"])
    }

    @Test(arguments: [
        ("BOOKMARK", #"{"metadata":{}}"#), ("ADDED", "null"), ("ADDED", "[]"), ("", "{}"), ("NEW", #"{"status":{}}"#),
    ])
    func passesOverEventsThatAreNone(_ type: String, _ object: String) async throws {
        let body = "data: {\"result\":{\"type\":\"\(type)\",\"object\":\(object)}}\n\n"
        let (backend, _) = ArgoListTests.backend { _ in .text(body, type: "text/event-stream") }
        #expect(try await Self.phases(backend) == [])
    }

    @Test func saysThatAServerCannotBeWatched() async {
        let argo = Self.server()
        argo.change { $0.speaksOldDialect = true }
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: BackendError.unsupported("a watch of workflows", by: .argo)) {
            _ = try await Self.phases(backend)
        }
    }

    @Test func makesErrorsOfWatchErrors() async {
        let argo = Self.server()
        argo.endStreams(
            of: "job", with: .text(#"data: {"error":{"grpc_code":3,"http_code":400,"message":"too old"}}"# + "\n\n"))
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: BackendError.invalid("too old")) { _ = try await Self.phases(backend) }
    }
}
