import DocumentKit
import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Follows through a server whose answers break: every line must come once.
@Suite(.timeLimit(.minutes(5))) struct ResumingLogTests {
    static let job = WorkflowReference(namespace: "argo", name: "job")

    /// What came of one follow.
    struct Outcome {
        var lines: [String: [String]] = [:]
        var notes: [LogNote] = []
        var phase: WorkflowPhase?
    }

    /// Pauses take no time, and ages are told by the real clock.
    static func patience(retries: Int, _ clock: TestTime = TestTime()) -> LogPatience {
        var time = clock.timeAndChance
        time.wallTime = WallClock.now
        return LogPatience(retries: retries, time: time)
    }

    static func follow(
        _ backend: any Backend, retries: Int = 30, clock: TestTime = TestTime(),
        _ change: (inout LogQuery) -> Void = { _ in }
    ) async throws -> Outcome {
        var query = LogQuery(workflow: job)
        query.follows = true
        change(&query)
        let notes = Mutex<[LogNote]>([])
        let log = ResumingLog(service: backend.workflows, query: query, patience: patience(retries: retries, clock)) {
            note in
            notes.withLock { $0.append(note) }
        }
        var outcome = Outcome()
        let ending = try await log.read { entry in
            outcome.lines[entry.pod, default: []].append(String(decoding: entry.content, as: UTF8.self))
        }
        outcome.phase = ending.workflow?.phase
        outcome.notes = notes.withLock(\.self)
        return outcome
    }

    /// A run with two pods, whose lines repeat and share their times.
    static func server(lines: Int, phase: WorkflowPhase = .succeeded) -> (FakeArgoServer, [String: [String]]) {
        let argo = FakeArgoServer()
        argo.add("job", phase: phase)
        var source: [String: [String]] = [:]
        let start = Timestamp(seconds: 1_767_322_800)
        for number in 0..<lines {
            let pod = "job-\(number % 3 == 0 ? "a" : "b")"
            let text = ["same", "", "line \(number) \"é\" \\ \t<&>", "50%\rdone \(number)"][number % 4]
            argo.log("job", pod: pod, at: start + .milliseconds(number / 5 * 700), text)
            source[pod, default: []].append(text)
        }
        return (argo, source)
    }

    static func backend(_ url: String, clock: TestTime = TestTime()) -> ArgoBackend {
        ArgoBackend(
            ServerConfiguration(baseURL: url, address: "argo"), transport: URLSessionTransport(),
            time: clock.timeAndChance)
    }

    @Test(arguments: 0..<40) func everyLineComesOnceHoweverOftenItBreaks(_ seed: Int) async throws {
        let (argo, source) = Self.server(lines: 200)
        let plan = FaultPlan(
            seed: UInt64(seed), percentage: 70,
            kinds: [.refused, .lost, .unanswered, .cut, .cut, .cut, .withoutLastChunk, .delayed, .status],
            longestRun: 6)
        let clock = TestTime()
        let proxy = try FaultProxy(before: argo.handler, plan, clock: clock)
        let outcome = try await Self.follow(Self.backend(proxy.url, clock: clock), clock: clock)
        #expect(outcome.lines == source, "\(proxy.log)")
        #expect(outcome.phase == .succeeded)
    }

    @Test(arguments: 0..<10) func everyLineComesOnceWithoutTimes(_ seed: Int) async throws {
        let (argo, source) = Self.server(lines: 60)
        argo.change { $0.forgetsLineTimes = true }
        let plan = FaultPlan(seed: UInt64(seed), percentage: 80, kinds: [.cut, .withoutLastChunk], longestRun: 4)
        let proxy = try FaultProxy(before: argo.handler, plan)
        let outcome = try await Self.follow(Self.backend(proxy.url))
        #expect(outcome.lines == source, "\(proxy.log)")
    }

    /// The server counts ages by its own clock: wrong by that much, it sends too little, which must be seen.
    @Test(arguments: [-3_600, 3_600, 100_000_000], [0.3, 0.6, 0.9])
    func aClockThatIsWrongLosesNothing(_ seconds: Int, _ place: Double) async throws {
        let (argo, source) = Self.server(lines: 100)
        argo.change { $0.clockError = .seconds(seconds) }
        let proxy = try FaultProxy(before: argo.handler, only: { $0.path.hasSuffix("/log") }) { number in
            number == 0 ? .cut(at: place, isReset: true) : .none
        }
        let outcome = try await Self.follow(Self.backend(proxy.url))
        #expect(outcome.lines == source, "\(proxy.log)")
        #expect(outcome.notes.count == 1)
    }

    /// While a server restarts, something else may answer for it.
    @Test func aPageInPlaceOfTheRunIsNoEnd() async throws {
        let (argo, source) = Self.server(lines: 20)
        let looks = Mutex(0)
        let (backend, _) = ArgoListTests.backend { request in
            let isLog = request.path.hasSuffix("/log")
            let count = looks.withLock { looks in
                looks += isLog ? 0 : 1
                return looks
            }
            if isLog, count == 1 { return .raw([.cut]) }
            if !isLog, count == 2 {
                return LoopbackAnswer(
                    headers: [.init("Content-Type", "text/html")], parts: [.text("<html>soon</html>")])
            }
            return argo.handler(request)
        }
        #expect(try await Self.follow(backend).lines == source)
    }

    /// Answers that bring a line and end, though the run goes on.
    @Test func aLogThatEndsAfterEachLineIsNotAskedForWithoutAnyPause() async throws {
        let (argo, _) = Self.server(lines: 1, phase: .running)
        let asked = Mutex(0)
        let (backend, _) = ArgoListTests.backend { request in
            guard request.path.hasSuffix("/log") else { return argo.handler(request) }
            let count = asked.withLock { count in
                count += 1
                return count
            }
            argo.log("job", pod: "job-a", at: Timestamp(seconds: 1_767_323_000 + Int64(count)), "line \(count)")
            if count == 20 { argo.set(.succeeded, of: "job") }
            return argo.handler(request)
        }
        let clock = TestTime()
        let outcome = try await Self.follow(backend, clock: clock)
        #expect(outcome.lines["job-a"]?.count == 22)
        #expect(clock.sleeps.reduce(.zero, +) > .seconds(3))
    }

    @Test func aStreamThatEndsBeforeTheRunIsTakenUpAgain() async throws {
        let (argo, source) = Self.server(lines: 20, phase: .running)
        let asked = Mutex(0)
        let backend = ArgoListTests.backend { request in
            let isLog = request.path.hasSuffix("/log")
            let count = asked.withLock { count in
                count += isLog ? 1 : 0
                return count
            }
            if isLog, count == 3 {
                argo.log("job", pod: "job-a", at: Timestamp(seconds: 1_767_323_000), "the last")
                argo.set(.failed, of: "job")
            }
            return argo.handler(request)
        }.0
        let outcome = try await Self.follow(backend)
        #expect(outcome.lines["job-a"] == (source["job-a"] ?? []) + ["the last"])
        #expect(outcome.lines["job-b"] == source["job-b"])
        #expect(outcome.phase == .failed)
        #expect(asked.withLock(\.self) == 4)
        #expect(outcome.notes == [])
    }

    @Test func aPodThatWasStartedAgainIsMarked() async throws {
        let (argo, _) = Self.server(lines: 0, phase: .running)
        let time = Timestamp(seconds: 1_767_322_800)
        argo.log("job", pod: "p", at: time, "before")
        let backend = ArgoListTests.backend { request in
            let answer = argo.handler(request)
            if request.path.hasSuffix("/log") {
                argo.removeLog(of: "job", pod: "p")
                argo.log("job", pod: "p", at: time + .seconds(60), "after")
                argo.set(.succeeded, of: "job")
            }
            return answer
        }.0
        let outcome = try await Self.follow(backend)
        #expect(outcome.lines == ["p": ["before", "after"]])
        #expect(outcome.notes == [.gap(LogSource(pod: "p"))])
    }

    @Test func aServerThatStaysAwayIsTheErrorAndNoFailedRun() async throws {
        let (argo, _) = Self.server(lines: 5)
        let proxy = try FaultProxy(before: argo.handler) { $0 < 2 ? .none : .status(503, retryAfter: nil) }
        let cut = try FaultProxy(before: argo.handler) { $0 < 1 ? .none : .cut(at: 0.5, isReset: false) }
        _ = try await Self.follow(Self.backend(proxy.url), retries: 3)
        await #expect(throws: BackendError.self) { try await Self.follow(Self.backend(cut.url), retries: 3) }
    }

    @Test func aRunThatIsDeletedMeanwhileIsNotFound() async throws {
        let (argo, _) = Self.server(lines: 5, phase: .running)
        argo.endStreams(of: "job", with: .cut)
        let backend = ArgoListTests.backend { request in
            let isLog = request.path.hasSuffix("/log")
            defer { if isLog { argo.remove("job") } }
            return argo.handler(request)
        }.0
        await #expect(throws: BackendError.deleted("job")) {
            try await Self.follow(backend)
        }
    }

    @Test func aServerThatAsksForHoursGetsWhatPatienceIsLeft() async throws {
        let (argo, source) = Self.server(lines: 5)
        let slow = FakeArgoServer.Fault.answer(
            LoopbackAnswer(
                status: 429, headers: [.init("Retry-After", "3600"), .init("Content-Type", "application/json")],
                parts: [.text(#"{"code":8,"message":"slow"}"#)]))
        argo.fail("GET /api/v1/workflows/argo/job/log", with: slow)
        let (backend, _) = ArgoListTests.backend(argo)
        let clock = TestTime()
        let outcome = try await Self.follow(backend, clock: clock)
        #expect(outcome.lines == source)
        #expect(clock.sleeps.reduce(.zero, +) == .seconds(150))
        let error = BackendError.throttled("slow", retryAfter: 3_600)
        #expect(outcome.notes == [.repeated(after: error), .held(after: error, for: .seconds(150))])
    }

    @Test func aServerThatNeverAnsweredIsNotWaitedFor() async throws {
        let (argo, _) = Self.server(lines: 5)
        let proxy = try FaultProxy(before: argo.handler) { _ in .status(503, retryAfter: nil) }
        let clock = TestTime()
        await #expect(throws: BackendError.self) { try await Self.follow(Self.backend(proxy.url), clock: clock) }
        #expect(clock.sleeps == [])
    }

    @Test func anotherRunUnderTheNameIsNotTakenForTheFirst() async throws {
        let argo = FakeArgoServer()
        @Sendable func run(_ uid: String, _ phase: String) -> String {
            #"{"metadata":{"name":"job","namespace":"argo","uid":"\#(uid)"},"status":{"phase":"\#(phase)"}}"#
        }
        argo.add(workflow: run("u1", "Running"))
        argo.log("job", pod: "p", "line")
        let backend = ArgoListTests.backend { request in
            defer {
                if request.path.hasSuffix("/log") {
                    argo.remove("job")
                    argo.add(workflow: run("u2", "Succeeded"))
                }
            }
            return argo.handler(request)
        }.0
        await #expect(throws: BackendError.deleted("job", isReplaced: true)) {
            try await Self.follow(backend)
        }
    }

    @Test(arguments: [(["job-a"], 2), (["job-a", "job-b"], nil)] as [([String], Int?)])
    func aTailLimitsPodsThatHaveSaidNothingYet(_ heard: [String], _ tail: Int?) throws {
        let node = #""job-b":{"id":"job-b","name":"job-b","type":"Pod","startedAt":"2026-01-02T03:00:00Z"}"#
        let text =
            #"{"metadata":{"name":"job","annotations":{"workflows.argoproj.io/pod-name-format":"v1"}},"#
            + #""status":{"nodes":{"# + node + "}}}"
        let workflow = Workflow(try JSONReader.read(Array(text.utf8)).root)
        var log = LogResumption()
        log.begin(isWhole: true)
        let time = Timestamp(seconds: 1_767_322_800)
        for pod in heard { _ = log.verdict(on: LogEntry(pod: pod, time: time, content: [])) }
        var query = LogQuery(workflow: Self.job)
        query.tail = 2
        var isSettled = false
        func resumed(everything: Bool) -> LogQuery {
            query.resumed(
                log, in: workflow, wanting: nil, now: time, elapsed: .zero, everything: everything, isSettled: isSettled
            )
        }
        #expect(resumed(everything: false).tail == tail)
        #expect(resumed(everything: true).tail == nil)
        isSettled = true
        #expect(resumed(everything: false).tail == nil)
    }

    /// What a tail or an age leaves out lay before the command: what came since is wanted, though no line has come yet.
    @Test(
        arguments: [
            (0, nil, false, nil, 7), (2, nil, false, 2, nil), (2, nil, true, nil, 7), (nil, 3, false, nil, 10),
            (0, 3, false, nil, 7), (nil, nil, true, nil, nil),
        ] as [(Int?, Int?, Bool, Int?, Int?)])
    func whatCameSinceTheBeginningIsAskedFor(
        _ tail: Int?, _ since: Int?, _ isSettled: Bool, _ expectedTail: Int?, _ expectedSince: Int?
    ) {
        var query = LogQuery(workflow: Self.job)
        query.follows = true
        query.tail = tail
        query.sinceSeconds = since
        let next = query.resumed(
            LogResumption(), in: nil, wanting: nil, now: Timestamp(seconds: 100), elapsed: .seconds(5),
            everything: false, isSettled: isSettled)
        #expect(next.tail == expectedTail && next.sinceSeconds == expectedSince)
        query.follows = false
        let again = query.resumed(
            LogResumption(), in: nil, wanting: nil, now: Timestamp(seconds: 100), elapsed: .seconds(5),
            everything: false, isSettled: isSettled)
        #expect(again == query)
    }

    /// The first answer breaks off before anything was written; by the second there are more lines than the tail has.
    @Test(arguments: [0, 2]) func aTailLeavesOutNothingThatCameLater(_ tail: Int) async throws {
        let (argo, _) = Self.server(lines: 0)
        let clock = TestTime()
        let asked = Mutex(0)
        let transport = StubTransport { request in
            guard request.path.hasSuffix("/log") else { return argo.handler(request) }
            let count = asked.withLock { count in
                count += 1
                return count
            }
            guard count == 1 else { return argo.handler(request) }
            clock.pass(.seconds(3))
            for number in 1...4 { argo.log("job", pod: "p", at: WallClock.now(), "line \(number)") }
            return LoopbackAnswer(
                headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(), parts: [.cut])
        }
        let backend = ArgoBackend(
            ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746"), transport: transport,
            time: clock.timeAndChance)
        let outcome = try await Self.follow(backend, clock: clock) { $0.tail = tail }
        #expect(outcome.lines == ["p": (1...4).map { "line \($0)" }])
    }

    @Test func aRefusalIsNotTriedAgain() async throws {
        let (argo, _) = Self.server(lines: 5)
        argo.fail("GET /api/v1/workflows/argo/job/log", with: .error(403, code: 7, "no"))
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: BackendError.forbidden("no (no credentials were sent)")) {
            try await Self.follow(backend)
        }
    }
}
