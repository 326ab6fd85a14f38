import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// The watch with a service at its other end and a clock that a test moves.
@Suite(.timeLimit(.minutes(5))) struct RunFollowerTests {
    static let job = WorkflowReference(namespace: "argo", name: "job")
    static let patience = WatchPatience(outage: Array(repeating: .seconds(1), count: 4), grace: [.seconds(1)])

    /// A follower whose pauses take no time; `resting` happens in each of them.
    static func follower(
        _ service: any WorkflowService, _ time: TestTime = TestTime(), resting: @escaping @Sendable () -> Void = {}
    ) -> RunFollower {
        var timeAndChance = time.timeAndChance
        let sleep = timeAndChance.sleep
        timeAndChance.sleep = { pause in
            try await sleep(pause)
            resting()
        }
        return RunFollower(service: service, patience: patience, time: timeAndChance)
    }

    /// What was heard, a word each, and the end.
    static func words(_ follower: RunFollower, _ reference: WorkflowReference = job) async throws -> [String] {
        var words: [String] = []
        let ending = try await follower.follow(reference) { news in
            switch news {
            case .state(let workflow): words.append(workflow.phaseText)
            case .trouble: words.append("trouble")
            case .recovered: words.append("recovered")
            case .polls: words.append("polls")
            }
        }
        switch ending {
        case .over(let workflow): words.append("over: " + workflow.phaseText)
        case .deleted: words.append("deleted")
        case .replaced: words.append("replaced")
        case .failed(let error): words.append("failed: " + error.message)
        }
        return words
    }

    static func server(_ phase: WorkflowPhase = .running) -> FakeArgoServer {
        let argo = FakeArgoServer()
        argo.add("job", phase: phase)
        return argo
    }

    @Test(arguments: [WorkflowPhase.succeeded, .failed, .error])
    func returnsAtOnceForARunThatIsOver(_ phase: WorkflowPhase) async throws {
        let argo = Self.server(phase)
        let (backend, _) = ArgoListTests.backend(argo)
        #expect(try await Self.words(Self.follower(backend.workflows)) == ["over: \(phase.rawValue)"])
        #expect(argo.requests.count == 1)
    }

    @Test func aPhaseThatIsAMomentLateIsWaitedFor() async throws {
        let argo = FakeArgoServer()
        argo.add(
            workflow: #"{"metadata":{"name":"job","namespace":"argo","uid":"u"},"#
                + #""status":{"phase":"Running","finishedAt":"2026-01-02T03:04:05Z"}}"#)
        let (backend, _) = ArgoListTests.backend(argo)
        let words = try await Self.words(Self.follower(backend.workflows) { argo.set(.failed, of: "job") })
        #expect(words == ["over: Failed"])
    }

    @Test func aPhaseThatNeverComesHoldsNobodyUp() async throws {
        let argo = FakeArgoServer()
        argo.add(
            workflow: #"{"metadata":{"name":"job","namespace":"argo","uid":"u"},"#
                + #""status":{"phase":"Running","finishedAt":"2026-01-02T03:04:05Z"}}"#)
        let (backend, _) = ArgoListTests.backend(argo)
        let time = TestTime()
        #expect(try await Self.words(Self.follower(backend.workflows, time)) == ["over: Running"])
        #expect(time.sleeps == Self.patience.grace)
    }

    @Test func goesOnFromTheVersionOfTheLook() async throws {
        let argo = Self.server()
        argo.change(
            of: "job", to: #"{"status":{"phase":"Running","progress":"1/2"}}"#, #"{"status":{"phase":"Failed"}}"#)
        let (backend, _) = ArgoListTests.backend(argo)
        #expect(try await Self.words(Self.follower(backend.workflows)) == ["Running", "Running", "over: Failed"])
        #expect(argo.requests.map { $0[query: "listOptions.resourceVersion"] } == [nil, "1001"])
    }

    @Test func waitsForTheRunThatLatestMeantFirst() async throws {
        let argo = Self.server()
        argo.endStreams(of: "job", with: .cut)
        argo.fail(
            "GET /api/v1/workflow-events/argo",
            with: .error(503, code: 14, "later"), .error(503, code: 14, "later"))
        let (backend, _) = ArgoListTests.backend(argo)
        let follower = Self.follower(backend.workflows) {
            argo.add("younger", phase: .failed)
            argo.set(.succeeded, of: "job")
        }
        let latest = WorkflowReference(namespace: "argo", name: "@latest")
        #expect(try await Self.words(follower, latest) == ["Running", "trouble", "over: Succeeded"])
    }

    @Test func looksAgainAndAgainAtAServerWithoutAWatch() async throws {
        var behaviour = FakeArgoServer.Behaviour()
        behaviour.speaksOldDialect = true
        let argo = FakeArgoServer(behaviour)
        argo.add("job", phase: .running)
        let (backend, _) = ArgoListTests.backend(argo)
        let time = TestTime()
        let follower = Self.follower(backend.workflows, time) {
            if time.sleeps.count == 9 { argo.set(.error, of: "job") }
        }
        let words = try await Self.words(follower)
        #expect(words == Array(repeating: "Running", count: 9) + ["over: Error"])
        #expect(time.sleeps.max() == .seconds(5))
        #expect(argo.requests.count { $0.path.contains("workflow-events") } == 1)
    }

    /// Streams that are accepted and end at once, for ten minutes: in good order, cut off, or refused.
    @Test(arguments: ["ends", "cut", "refused"])
    func streamsThatEndAtOnceAreNotAskedForWithoutEnd(_ fault: String) async throws {
        let argo = Self.server()
        if fault == "cut" { argo.endStreams(of: "job", with: .text(":\n"), .cut) }
        let refuse: @Sendable () -> Void = {
            guard fault == "refused" else { return }
            // As often as a client tries.
            for _ in 0..<6 { argo.fail("GET /api/v1/workflow-events/argo", with: .error(500, code: 13, "no")) }
        }
        refuse()
        let (backend, _) = ArgoListTests.backend(argo)
        let time = TestTime()
        let follower = Self.follower(backend.workflows, time) {
            refuse()
            if time.sleeps.reduce(.zero, +) > .seconds(600) { argo.set(.succeeded, of: "job") }
        }
        let words = try await Self.words(follower)
        let trouble = fault == "ends" ? [] : ["trouble"]
        #expect(words.filter { $0 != "Running" } == trouble + ["over: Succeeded"])
        #expect(argo.requests.count < (fault == "refused" ? 1_000 : 300))
    }

    /// The first of many streams that break lasts no second, the last one a minute.
    @Test func aStreamThatLastsAtLastIsTold() async throws {
        let argo = Self.server()
        argo.endStreams(of: "job", with: .text(":\n"), .cut)
        let (backend, _) = ArgoListTests.backend(argo)
        let time = TestTime()
        var follower = Self.follower(backend.workflows, time) {
            if time.sleeps.count == 8 {
                argo.change(of: "job", to: #"{"status":{"phase":"Failed"}}"#)
            }
        }
        // Every look at the clock takes a while once the streams have something to say.
        follower.time.now = {
            if time.sleeps.count == 8 { time.pass(.seconds(6)) }
            return time.timeAndChance.now()
        }
        let words = try await Self.words(follower)
        #expect(words.filter { $0 != "Running" } == ["trouble", "recovered", "over: Failed"])
    }

    @Test func endsWithTheFaultWhenPatienceIsUsedUp() async throws {
        let argo = Self.server()
        argo.endStreams(of: "job", with: .cut)
        let (backend, _) = ArgoListTests.backend(argo)
        let down = LoopbackAnswer.raw([.cut])
        let follower = Self.follower(backend.workflows) {
            for _ in 0..<10 { argo.fail("GET /api/v1/workflows/argo/job", with: .answer(down)) }
        }
        // The stub takes a raw answer for none at all; each look is six requests.
        #expect(
            try await Self.words(follower) == ["Running", "trouble", "failed: no answer came (tried 6 times)"])
    }

    @Test func aRunThatIsCreatedInAMomentIsWaitedFor() async throws {
        let argo = FakeArgoServer()
        let (backend, _) = ArgoListTests.backend(argo)
        let follower = Self.follower(backend.workflows) { argo.add("job", phase: .succeeded) }
        #expect(try await Self.words(follower) == ["over: Succeeded"])
        let other = WorkflowReference(namespace: "argo", name: "other")
        #expect(
            try await Self.words(follower, other) == [#"failed: workflows.argoproj.io "other" not found"#])
    }

    /// Signs of life alone keep nobody waiting for ever: after a while the run itself is looked at.
    @Test func aStreamThatHasMissedTheEndIsLeft() async throws {
        let argo = Self.server()
        let pieces = Array(repeating: LoopbackAnswer.Part.text(":\n"), count: 100)
        argo.fail(
            "GET /api/v1/workflow-events/argo",
            with: .answer(
                LoopbackAnswer(
                    headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(),
                    parts: pieces + [.untilPeerCloses])))
        let (backend, _) = ArgoListTests.backend(argo)
        let time = TestTime()
        var follower = Self.follower(backend.workflows, time)
        follower.time.now = {
            time.pass(.seconds(15))
            argo.set(.succeeded, of: "job")
            return time.timeAndChance.now()
        }
        #expect(try await Self.words(follower) == ["Running", "over: Succeeded"])
    }

    /// A connection whose other end is gone without a word; over real sockets.
    @Test func aStreamThatFallsSilentIsLeft() async throws {
        let argo = Self.server()
        let isSilent = Gate()
        argo.endStreams(of: "job", with: .open(isSilent), .untilPeerCloses)
        let (backend, server) = try ArgoWireTests.connect(argo)
        var patience = Self.patience
        patience.idle = .milliseconds(100)
        let follower = RunFollower(service: backend.workflows, patience: patience)
        let end = Task {
            try await isSilent.opened()
            argo.set(.succeeded, of: "job")
        }
        let words = try await Self.words(follower)
        try await end.value
        #expect(words.first == "Running" && words.last == "over: Succeeded")
        #expect(!words.contains("trouble"))
        withExtendedLifetime(server) {}
    }

    @Test func whatTheCallerThrowsEndsIt() async throws {
        struct Enough: Error {}
        let argo = Self.server()
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: Enough.self) {
            _ = try await Self.follower(backend.workflows).follow(Self.job) { _ in throw Enough() }
        }
    }

    @Test func endsWhenItsTaskIsCancelled() async throws {
        let argo = Self.server()
        argo.endStreams(of: "job", with: .untilPeerCloses)
        let (backend, _) = ArgoListTests.backend(argo)
        let following = Task {
            try await Self.follower(backend.workflows).follow(Self.job) { _ in withUnsafeCurrentTask { $0?.cancel() } }
        }
        await #expect(throws: CancellationError.self) { _ = try await following.value }
    }
}
