import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// The same over real sockets, where a connection can break at any byte.
@Suite(.timeLimit(.minutes(5))) struct ExactlyOnceWireTests {
    static let faults: [InjectedFault] = [
        .refused(for: .milliseconds(20)), .lost, .unanswered, .cut(at: 0, isReset: true), .cut(at: 0, isReset: false),
        .cut(at: 0.2, isReset: false), .cut(at: 0.5, isReset: true), .cut(at: 0.9, isReset: false),
        .delayed(.milliseconds(20)), .status(429, retryAfter: 0), .status(500, retryAfter: nil),
        .status(502, retryAfter: nil), .status(503, retryAfter: 0), .status(504, retryAfter: nil), .html(200),
        .html(502), .repeatedChunk(0), .droppedChunk(0), .falseLength(-7), .falseLength(1), .falseLength(1_000),
    ]

    /// Fresh and used connections: libcurl sends again what was lost on a used one.
    @Test(arguments: ExactlyOnceTests.Subject.allCases, [false, true])
    func everyFaultLeavesOne(_ subject: ExactlyOnceTests.Subject, _ isUsed: Bool) async throws {
        for fault in Self.faults {
            let argo = FakeArgoServer()
            argo.add(.workflowTemplate, #"{"metadata":{"name":"build","namespace":"argo"}}"#)
            let proxy = try FaultProxy(before: argo.handler, only: { !$0.target.hasSuffix("/version") }) { number in
                number == 0 ? fault : .none
            }
            var server = ServerConfiguration(baseURL: proxy.url, address: proxy.authority)
            // However busy the machine is that runs this: not the time is tested here.
            server.timeout = .seconds(240)
            var time = TimeAndChance.system
            time.sleep = { try await Task.sleep(for: $0 / 10) }
            let backend = ArgoBackend(server, transport: URLSessionTransport(), time: time)
            if isUsed { _ = try await backend.serverVersion() }
            let name = try await subject.create(backend)
            #expect(subject.names(argo) == [name], "\(fault)")
            withExtendedLifetime(proxy) {}
        }
    }
}
