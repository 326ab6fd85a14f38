import DocumentKit
import Synchronization
import TestSupport
import Testing

@testable import WorkflowAPI

@Suite struct APIClientTests {
    static func client(
        _ traces: Traces = Traces(), change: (inout ServerConfiguration) -> Void = { _ in },
        _ handler: @escaping LoopbackServer.Handler
    ) -> (APIClient, StubTransport) {
        let transport = StubTransport(handler: handler)
        var server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        change(&server)
        let client = APIClient(
            server, transport: transport, trace: { traces.append($0) }, time: TestTime().timeAndChance)
        return (client, transport)
    }

    final class Traces: Sendable {
        private let traces = Mutex<[RequestTrace]>([])
        func append(_ trace: RequestTrace) { traces.withLock { $0.append(trace) } }
        /// Without the durations, which are the clock's.
        var all: [RequestTrace] {
            traces.withLock { traces in
                traces.map { trace in
                    var trace = trace
                    trace.duration = .zero
                    return trace
                }
            }
        }
    }

    @Test func sendsCredentialsAndHeadersLast() async throws {
        let (client, transport) = Self.client {
            $0.credentials = Credentials(authorization: Secret("Bearer t"), source: .builtIn)
            $0.headers = [.init("X-A", "1"), .init("accept", "x/y")]
        } _: { _ in
            .json("{}")
        }
        _ = try await client.send(ArgoEndpoints.version)
        #expect(
            transport.requests == [
                HTTPRequest(
                    .get, "http://argo:2746/api/v1/version",
                    headers: [
                        .init("User-Agent", "wfctl"), .init("Authorization", "Bearer t"), .init("X-A", "1"),
                        .init("accept", "x/y"),
                    ])
            ])
    }

    @Test(arguments: [
        (#"{"version":"v4"#, BackendError.truncated("the answer stops in the middle, after 14 bytes")),
        ("", .truncated("the answer stops in the middle, after 0 bytes")),
        (#"{"a":tru3}"#, .malformed("")), ("[]", .malformed("the answer is not the object it should be")),
        ("null", .malformed("the answer is not the object it should be")), ("{}{}", .malformed("")),
    ])
    func refusesAnswersThatAreNotTheAPIs(_ body: String, _ expected: BackendError) async {
        let (client, _) = Self.client(change: { $0.retries = 0 }) { _ in .json(body) }
        await #expect {
            _ = try await client.send(ArgoEndpoints.version)
        } throws: { error in
            if case .malformed("") = expected, case .malformed? = error as? BackendError { return true }
            return error as? BackendError == expected
        }
    }

    @Test(arguments: [201, 202, 204, 299]) func takesEveryStatusOfSuccess(_ status: Int) async throws {
        let (client, _) = Self.client { _ in .json(#"{"a":1}"#, status: status) }
        #expect(try await client.send(ArgoEndpoints.version)["a"]?.int == 1)
    }

    @Test func tellsEveryRequestOnceWithoutSecrets() async throws {
        let traces = Traces()
        let (client, _) = Self.client(traces) {
            $0.baseURL = "http://user:pass@argo:2746"
        } _: { request in
            request.path.hasSuffix("version") ? .json("{}") : .json(#"{"code":5,"message":"no"}"#, status: 404)
        }
        _ = try await client.send(ArgoEndpoints.version)
        await #expect(throws: BackendError.notFound("no")) {
            try await client.stream(ArgoEndpoints.logs(LogQuery(workflow: ArgoEndpointTests.job)), idle: nil) { _, _ in
                .proceed
            }
        }
        let (silent, _) = Self.client(traces, change: { $0.retries = 0 }) { _ in .silence }
        await #expect(throws: BackendError.timedOut("no answer came")) {
            _ = try await silent.send(ArgoEndpoints.version)
        }
        let url = "http://***@argo:2746/api/v1/"
        #expect(
            traces.all == [
                RequestTrace(.get, url + "version", status: 200, bytes: 2, duration: .zero),
                RequestTrace(
                    .get, url + "workflows/argo/job/log?logOptions.container=main&logOptions.timestamps=true",
                    status: 404, bytes: 25, duration: .zero),
                RequestTrace(
                    .get, "http://argo:2746/api/v1/version", status: nil, bytes: 0, duration: .zero,
                    failure: "no answer came"),
            ])
    }

    @Test func writesATraceAsOneLine() {
        let trace = RequestTrace(
            .delete, "http://u:p@h/x?token=t", status: 200, bytes: 2, duration: .milliseconds(12.7))
        #expect(trace.line == "DELETE http://***@h/x?token=*** 200, 2 bytes, 12 ms")
        let failed = RequestTrace(.get, "http://h", status: nil, bytes: 0, duration: .seconds(3), failure: "refused")
        #expect(failed.line == "GET http://h -, 0 bytes, 3000 ms, refused")
    }

    @Test func readsNoMoreThanTheLimit() async {
        var (client, _) = Self.client { _ in LoopbackAnswer(framing: .chunked(), parts: [.repeated([32], count: 100)]) }
        client.limit = 10
        let limited = client
        await #expect(throws: BackendError.self) { _ = try await limited.send(ArgoEndpoints.version) }
    }
}
