import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Logs that a server does not have yet, may not tell of, or will never have.
@Suite(.timeLimit(.minutes(5))) struct AwaitedLogTests {
    static let missing = LoopbackAnswer.json(#"{"code":5,"message":"not here"}"#, status: 404)

    /// A backend of which every request of one kind is answered by `stand` as long as that has an answer.
    static func backend(
        _ argo: FakeArgoServer, logs: Bool, stand: @escaping @Sendable (_ number: Int) -> LoopbackAnswer?
    ) -> ArgoBackend {
        let count = Mutex(0)
        return ArgoListTests.backend { request in
            guard request.path.hasSuffix("/log") == logs else { return argo.handler(request) }
            let number = count.withLock { count in
                count += 1
                return count
            }
            return stand(number) ?? argo.handler(request)
        }.0
    }

    @Test func aRunThatIsNotThereYetIsWaitedFor() async throws {
        let (argo, source) = ResumingLogTests.server(lines: 10)
        let backend = Self.backend(argo, logs: false) { $0 <= 3 ? Self.missing : nil }
        let clock = TestTime()
        #expect(try await ResumingLogTests.follow(backend, clock: clock).lines == source)
        #expect(clock.sleeps == [.milliseconds(100), .milliseconds(300), .milliseconds(600)])
        let never = Self.backend(argo, logs: false) { _ in Self.missing }
        await #expect(throws: BackendError.notFound("not here")) { try await ResumingLogTests.follow(never) }
    }

    @Test func aRunThatWasCreatedAMomentAgoHasMoreTime() async throws {
        let (argo, _) = ResumingLogTests.server(lines: 10)
        let backend = Self.backend(argo, logs: false) { $0 <= 8 ? Self.missing : nil }
        var query = LogQuery(workflow: ResumingLogTests.job)
        query.follows = true
        let patience = ResumingLogTests.patience(retries: 5).ofNewRun
        let log = ResumingLog(service: backend.workflows, query: query, patience: patience) { _ in }
        var lines = 0
        _ = try await log.read { _ in lines += 1 }
        #expect(lines == 10)
    }

    /// The run is over at once, and another server, which has not heard of it yet, is asked for its log.
    @Test(arguments: [(3, 10), (100, nil)] as [(Int, Int?)])
    func theLogOfANewRunMayBeLateThoughItIsOver(_ misses: Int, _ expected: Int?) async throws {
        let (argo, _) = ResumingLogTests.server(lines: 10)
        let backend = Self.backend(argo, logs: true) { $0 <= misses ? Self.missing : nil }
        var query = LogQuery(workflow: ResumingLogTests.job)
        query.follows = true
        let patience = ResumingLogTests.patience(retries: 5).ofNewRun
        let log = ResumingLog(service: backend.workflows, query: query, patience: patience) { _ in }
        var lines = 0
        do {
            _ = try await log.read { _ in lines += 1 }
            #expect(lines == expected)
        } catch BackendError.notFound("not here") {
            #expect(expected == nil)
        }
    }

    /// The log's own 404 is no end while the run is none.
    @Test func aLogThatIsNotThereYetIsWaitedForAsLongAsTheRunGoesOn() async throws {
        let (argo, source) = ResumingLogTests.server(lines: 10, phase: .running)
        let backend = Self.backend(argo, logs: true) { number in
            if number == 20 { argo.set(.succeeded, of: "job") }
            return number <= 20 ? Self.missing : nil
        }
        let clock = TestTime()
        let outcome = try await ResumingLogTests.follow(backend, clock: clock)
        #expect(outcome.lines == source)
        #expect(outcome.phase == .succeeded)
        #expect(outcome.notes == [.awaited(after: .notFound("not here"))])
        #expect(clock.sleeps.filter { $0 == .seconds(5) }.count > 10)
    }

    @Test func aLogThatIsNotThereWhenTheRunIsOverIsNotWaitedFor() async throws {
        let (argo, _) = ResumingLogTests.server(lines: 10)
        let backend = Self.backend(argo, logs: true) { _ in Self.missing }
        await #expect(throws: BackendError.notFound("not here")) { try await ResumingLogTests.follow(backend) }
    }

    @Test func whoMayNotLookAtTheRunStillFollowsItsLog() async throws {
        let (argo, source) = ResumingLogTests.server(lines: 10)
        let refused = LoopbackAnswer.json(#"{"code":7,"message":"no get"}"#, status: 403)
        let backend = Self.backend(argo, logs: false) { _ in refused }
        let outcome = try await ResumingLogTests.follow(backend)
        #expect(outcome.lines == source)
        guard case .unseen(.forbidden) = outcome.notes.first else {
            Issue.record("\(outcome.notes)")
            return
        }
        #expect(outcome.notes.count == 1)
    }

    /// The same line would come again and again.
    @Test func aLineThatIsTooLongEndsTheLog() async throws {
        let (argo, _) = ResumingLogTests.server(lines: 1, phase: .running)
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        let asked = Mutex(0)
        let backend = Self.backend(argo, logs: true) { number in
            asked.withLock { $0 = number }
            return LoopbackAnswer(
                headers: [.init("Content-Type", "text/plain")], framing: .chunked(),
                parts: [.text("2026-01-02T03:04:05Z one\n"), .repeated(piece, count: 65)])
        }
        await #expect(throws: BackendError.tooLong("a line", ArgoFrameReader.limit)) {
            try await ResumingLogTests.follow(backend)
        }
        #expect(asked.withLock(\.self) == 1)
    }

    /// What is said of an artifact that its storage has lost.
    @Test func aKeptLogThatIsLostIsAskedForOnce() async throws {
        let argo = FakeArgoServer()
        let requests = Mutex(0)
        let backend = ArgoListTests.backend { request in
            guard request.path.hasPrefix("/artifacts") else { return argo.handler(request) }
            requests.withLock { $0 += 1 }
            return .text("no such key", status: 500)
        }.0
        let artifact = LogArtifact(
            workflow: ResumingLogTests.job, uid: "u", node: "n", pod: "p", container: "main")
        await #expect(throws: BackendError.server(status: 500, message: "no such key")) {
            try await backend.workflows.archivedLog(artifact) { _ in }
        }
        #expect(requests.withLock(\.self) == 1)
    }
}
