import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Runs that are followed through connections that break, lose and spoil what they carry.
@Suite(.timeLimit(.minutes(5))) struct WatchFaultTests {
    /// The same patience in less time.
    static let patience = WatchPatience(
        outage: Array(repeating: .milliseconds(5), count: 30), grace: [.milliseconds(5)],
        polling: .milliseconds(1)...(.milliseconds(10)), idle: .seconds(1))

    /// A run that goes on for some looks and streams and then ends; each seed with faults of its own.
    @Test(arguments: 0..<UInt64(FaultRounds.count(24, full: 400))) func theTruthComesThrough(_ seed: UInt64)
        async throws
    {
        var random = SeededGenerator(seed: seed)
        let phase: WorkflowPhase = [.succeeded, .failed, .error].randomElement(using: &random) ?? .failed
        let requestsToTheEnd = Int.random(in: 2...8, using: &random)
        let argo = FakeArgoServer()
        argo.add("job", phase: .running)
        argo.change(of: "job", to: Self.running(1), Self.running(2), Self.running(3))
        let requests = Mutex(0)
        let handler: LoopbackServer.Handler = { request in
            let count = requests.withLock { count in
                count += 1
                return count
            }
            if count == requestsToTheEnd { argo.set(phase, of: "job") }
            return argo.handler(request)
        }
        let proxy = try FaultProxy(before: handler, FaultPlan(seed: seed, percentage: 60))
        var server = ServerConfiguration(baseURL: proxy.url, address: proxy.authority)
        server.timeout = .seconds(2)
        let backend = ArgoBackend(server, transport: URLSessionTransport())
        var follower = RunFollower(service: backend.workflows, patience: Self.patience)
        follower.isKnown = true
        let ending = try await follower.follow(RunFollowerTests.job) { _ in }
        guard case .over(let workflow) = ending, workflow.phase == phase else {
            Issue.record("\(ending) in place of \(phase)\n\(proxy.log)")
            return
        }
    }

    private static func running(_ number: Int) -> String {
        #"{"metadata":{"resourceVersion":"\#(number)"},"status":{"phase":"Running","progress":"\#(number)/9"}}"#
    }
}
