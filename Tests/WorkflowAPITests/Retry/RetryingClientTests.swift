import DocumentKit
import Synchronization
import TestSupport
import Testing

@testable import WorkflowAPI

/// What the client tries again, and how often.
@Suite struct RetryingClientTests {
    static func client(
        _ answers: [LoopbackAnswer], _ time: TestTime = TestTime(),
        traces: APIClientTests.Traces = APIClientTests.Traces(),
        change: (inout ServerConfiguration) -> Void = { _ in }
    ) -> (APIClient, StubTransport) {
        let rest = Mutex(answers[...])
        let transport = StubTransport { _ in
            rest.withLock { $0.count > 1 ? $0.removeFirst() : $0.first }
        }
        var server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        change(&server)
        let client = APIClient(
            server, transport: transport, trace: { traces.append($0) }, time: time.timeAndChance)
        return (client, transport)
    }

    static let good = LoopbackAnswer.json(#"{"version":"v4"}"#)
    static func error(_ status: Int, code: Int) -> LoopbackAnswer {
        .json(#"{"code":\#(code),"message":"no"}"#, status: status)
    }

    @Test(arguments: [
        LoopbackAnswer.silence, .text("late", status: 408), .text("slow down", status: 429), error(429, code: 8),
        .text("", status: 500), .text("bad gateway", status: 502), error(503, code: 14), .html("<html>", status: 504),
        LoopbackAnswer(framing: .length(9), parts: [.text("{"), .cut]), .json(#"{"version":"#),
    ])
    func readsAgainAfterFailuresThatMayPass(_ answer: LoopbackAnswer) async throws {
        let (client, transport) = Self.client([answer, answer, Self.good])
        _ = try await client.send(ArgoEndpoints.version)
        #expect(transport.requests.count == 3)
    }

    @Test(arguments: [
        error(400, code: 3), error(401, code: 16), error(403, code: 7), error(404, code: 5), error(409, code: 6),
        error(422, code: 3), error(501, code: 12), .text("", status: 505), .html("<html>", status: 200),
        .json("[]"), LoopbackAnswer(status: 302), error(500, code: 2), error(504, code: 2),
    ])
    func asksOnceWhereTheAnswerWouldBeTheSame(_ answer: LoopbackAnswer) async throws {
        let time = TestTime()
        let (client, transport) = Self.client([answer, Self.good], time)
        await #expect(throws: BackendError.self) { _ = try await client.send(ArgoEndpoints.version) }
        #expect(transport.requests.count == 1)
        #expect(time.sleeps == [])
    }

    /// Argo says 500 to mistakes that no further try mends.
    @Test(arguments: [13, 15]) func asksOnceMoreWhereAnArgoServerCallsItsErrorInternal(_ code: Int) async throws {
        let (client, transport) = Self.client([Self.error(500, code: code)])
        await #expect(throws: BackendError.server(status: 500, message: "no (tried 2 times)")) {
            _ = try await client.send(ArgoEndpoints.version)
        }
        #expect(transport.requests.count == 2)
    }

    @Test func saysHowOftenItWasTriedAndWhen() async throws {
        let time = TestTime(draw: { _ in 1 << 63 })
        let traces = APIClientTests.Traces()
        let (client, _) = Self.client([Self.error(503, code: 14)], time, traces: traces, change: { $0.retries = 2 })
        await #expect(throws: BackendError.server(status: 503, message: "no (tried 3 times)")) {
            _ = try await client.send(ArgoEndpoints.version)
        }
        #expect(time.sleeps == [.milliseconds(50), .milliseconds(100)])
        #expect(
            traces.all.map(\.retry) == ["again in 0.05 s (retry 1 of 2)", "again in 0.1 s (retry 2 of 2)", nil])
        #expect(traces.all.first?.line.hasSuffix(" 503, 26 bytes, 0 ms; again in 0.05 s (retry 1 of 2)") == true)
    }

    @Test func triesOnceWithoutRetries() async throws {
        let (client, transport) = Self.client([Self.error(503, code: 14), Self.good], change: { $0.retries = 0 })
        await #expect(throws: BackendError.server(status: 503, message: "no")) {
            _ = try await client.send(ArgoEndpoints.version)
        }
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [("2", 1), ("29", 1), ("30", 0), ("86400", 0), ("99999999999999999999", 0)] as [(String, Int)])
    func waitsAsLongAsAskedIfTheRequestTimeoutAllows(_ value: String, _ retries: Int) async throws {
        let time = TestTime()
        var busy = LoopbackAnswer.text("busy", status: 429)
        busy.headers.append(.init("Retry-After", value))
        let (client, transport) = Self.client([busy, Self.good], time)
        if retries == 0 {
            await #expect(
                throws: BackendError.throttled("busy", retryAfter: min(Int(value) ?? .max, RetryAfter.longest))
            ) {
                _ = try await client.send(ArgoEndpoints.version)
            }
        } else {
            _ = try await client.send(ArgoEndpoints.version)
        }
        #expect(time.sleeps == (retries == 0 ? [] : [.seconds(Int(value) ?? 0)]))
        #expect(transport.requests.count == retries + 1)
    }

    @Test func neverRepeatsAWriteByItself() async throws {
        let endpoint = ArgoEndpoints.submit(Submission(.manifest(["metadata": ["name": "x"]]), namespace: "argo"))
        let (client, transport) = Self.client([Self.error(503, code: 14), Self.good])
        await #expect(throws: BackendError.self) { _ = try await client.send(endpoint) }
        #expect(transport.requests.count == 1)
    }

    @Test(arguments: [(LoopbackAnswer.silence, true), (error(503, code: 14), true), (error(429, code: 8), false)])
    func aDeletionThatFindsNothingAfterALostAnswerIsDone(_ first: LoopbackAnswer, _ isDone: Bool) async throws {
        let (client, transport) = Self.client([first, Self.error(404, code: 5)])
        let endpoint = ArgoEndpoints.deleteWorkflow(ArgoEndpointTests.job, force: false)
        if isDone {
            try await client.send(endpoint)
        } else {
            await #expect(throws: BackendError.notFound("no (tried 2 times)")) { try await client.send(endpoint) }
        }
        #expect(transport.requests.count == 2)
    }

    @Test func opensAStreamAgainButNeverRepeatsItsPieces() async throws {
        let cut = LoopbackAnswer(framing: .length(9), parts: [.text("{}"), .cut])
        let (client, transport) = Self.client([Self.error(503, code: 14), cut, Self.good])
        var pieces = 0
        await #expect(throws: BackendError.truncated("the connection was closed (tried 2 times)")) {
            try await client.stream(ArgoEndpoints.logs(LogQuery(workflow: ArgoEndpointTests.job)), idle: nil) { _, _ in
                pieces += 1
                return .proceed
            }
        }
        #expect(pieces == 1)
        #expect(transport.requests.count == 2)
    }
}
