import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite(.timeLimit(.minutes(5))) struct KubernetesLogTests {
    let cluster = FakeKubernetes()
    private var query = LogQuery(workflow: WorkflowReference(namespace: "argo", name: "job"))

    init() {
        cluster.add("job")
        cluster.log("job", pod: "job-a", "a1", "a2")
        cluster.log("job", pod: "job-b", "b1")
        cluster.log("job", pod: "job-a", "a3")
        cluster.log("job", pod: "job-a", container: "wait", "w1")
        cluster.log("other", pod: "other-a", "no")
    }

    private var workflows: any WorkflowService {
        KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"),
            transport: StubTransport(handler: cluster.handler)
        ).workflows
    }

    private func lines(_ change: (inout LogQuery) -> Void = { _ in }) async throws -> [String] {
        var query = query
        change(&query)
        var lines: [String] = []
        try await workflows.logs(query) { entry in
            #expect(entry.container == query.container ?? entry.container && entry.time != nil)
            lines.append("\(entry.pod): " + String(decoding: entry.content, as: UTF8.self))
        }
        return lines
    }

    @Test func linesComeInTheOrderOfTheirTimes() async throws {
        #expect(try await lines() == ["job-a: a1", "job-a: a2", "job-b: b1", "job-a: a3"])
    }

    @Test func followingBringsTheLinesOfAll() async throws {
        let lines = try await lines { $0.follows = true }
        #expect(lines.sorted() == ["job-a: a1", "job-a: a2", "job-a: a3", "job-b: b1"])
        #expect(lines.filter { $0.hasPrefix("job-a") } == ["job-a: a1", "job-a: a2", "job-a: a3"])
    }

    @Test func containersPodsLabelsAndPatternsNarrowItDown() async throws {
        #expect(try await lines { $0.container = "wait" } == ["job-a: w1"])
        #expect(try await lines { $0.container = "sidecar" } == [])
        #expect(try await lines { $0.pod = "job-b" } == ["job-b: b1"])
        #expect(try await lines { $0.selector = "pod=job-b" } == ["job-b: b1"])
        #expect(try await lines { $0.grep = "^.2$" } == ["job-a: a2"])
        #expect(try await lines { $0.tail = 1 } == ["job-b: b1", "job-a: a3"])
    }

    @Test(arguments: [false, true]) func allContainersAreReadAtOnce(_ follows: Bool) async throws {
        cluster.log("job", pod: "job-b", container: "init", "i1")
        var query = query
        query.container = nil
        query.follows = follows
        var lines: [String] = []
        try await workflows.logs(query) { lines.append("\($0.pod)/\($0.container): " + $0.text) }
        let expected = [
            "job-a/main: a1", "job-a/main: a2", "job-b/main: b1", "job-a/main: a3", "job-a/wait: w1", "job-b/init: i1",
        ]
        #expect(follows ? lines.sorted() == expected.sorted() : lines == expected)
    }

    @Test func whatCameBeforeARestartComesBeforeItsMark() async throws {
        cluster.restart(of: "job-b")
        cluster.log("job", pod: "job-b", "b2")
        for (tail, expected) in [
            (nil, ["b1", "restart 1 OOMKilled, exit code 137 shown", "b2"]),
            (5, ["restart 1 OOMKilled, exit code 137 leftOut", "b2"]),
        ] as [(Int?, [String])] {
            #expect(try await Self.story(of: workflows, query) { ($0.pod, $0.tail) = ("job-b", tail) } == expected)
        }
        cluster.restart(of: "job-b", code: 1, reason: "Error")
        cluster.restart(of: "job-b", code: 1, reason: "Error")
        #expect(
            try await Self.story(of: workflows, query) { $0.pod = "job-b" } == ["restart 3 Error, exit code 1 gone"])
    }

    @Test func marksKeepTheirPlaceAmongTheLinesOfOthers() async throws {
        cluster.restart(of: "job-b")
        cluster.log("job", pod: "job-a", "a4")
        cluster.log("job", pod: "job-b", "b2")
        #expect(
            try await Self.story(of: workflows, query) { _ in }
                == ["a1", "a2", "b1", "restart 1 OOMKilled, exit code 137 shown", "a3", "a4", "b2"])
    }

    private static func story(
        of workflows: any WorkflowService, _ query: LogQuery, _ change: (inout LogQuery) -> Void
    ) async throws -> [String] {
        var query = query
        change(&query)
        var story: [String] = []
        try await workflows.logs(query) {
            story.append($0.text)
        } between: { mark in
            guard case .restart(let restart) = mark else { return }
            story.append("restart \(restart.count) \(restart.reason) \(restart.before)")
        }
        return story
    }

    /// The stream ended with the instance, and the next one has written and gone by the time of the next look.
    @Test func aContainerThatIsStartedAgainMeanwhileLosesNothing() async throws {
        cluster.set(.running, of: "job")
        var query = query
        query.follows = true
        query.container = nil
        let notes = Mutex<[LogNote]>([])
        let time = TestTime()
        let log = ResumingLog(service: workflows, query: query, patience: LogPatience(time: time.timeAndChance)) {
            note in
            notes.withLock { $0.append(note) }
        }
        var lines: [String] = []
        _ = try await log.read { entry in
            lines.append(entry.text)
            switch entry.text {
            case "b1":
                cluster.log("job", pod: "job-b", "b2")
                cluster.restart(of: "job-b")
                cluster.log("job", pod: "job-b", "b3")
            case "b3": cluster.set(.succeeded, of: "job")
            default: break
            }
        }
        #expect(lines.sorted() == ["a1", "a2", "a3", "b1", "b2", "b3", "w1"])
        #expect(lines.filter { $0.hasPrefix("b") } == ["b1", "b2", "b3"])
        var restart = LogRestart(pod: "job-b", container: "main", count: 1)
        restart.reason = "OOMKilled, exit code 137"
        #expect(Set(notes.withLock { $0.map { "\($0)" } }) == ["\(LogNote.restarted(restart))"])
    }

    /// Streams of two pods and three containers break anywhere; each is taken up where it ended.
    @Test(arguments: 0..<8) func everyLineOfEveryContainerComesOnceHoweverOftenItBreaks(_ seed: Int) async throws {
        let cluster = FakeKubernetes()
        cluster.add("job")
        var source: [LogSource: [String]] = [:]
        for number in 0..<150 {
            let line = LogSource(pod: "job-\(number % 2)", container: ["init", "main", "wait"][number % 3])
            let text = ["same", "", "line \(number)", "50%\rdone"][number % 4]
            cluster.log("job", pod: line.pod, container: line.container, text)
            source[line, default: []].append(text)
        }
        let plan = FaultPlan(
            seed: UInt64(seed), percentage: 30, kinds: [.cut, .cut, .cut, .withoutLastChunk, .lost, .status],
            longestRun: 3)
        let proxy = try FaultProxy(before: cluster.handler, plan) { $0.path.hasSuffix("/log") }
        let backend = KubernetesBackend(
            ServerConfiguration(baseURL: proxy.url, address: proxy.authority), transport: URLSessionTransport(),
            time: TestTime().timeAndChance)
        var query = query
        query.container = nil
        query.follows = true
        let log = ResumingLog(
            service: backend.workflows, query: query, patience: ResumingLogTests.patience(retries: 30), note: { _ in })
        var lines: [LogSource: [String]] = [:]
        _ = try await log.read { lines[$0.source, default: []].append($0.text) }
        #expect(lines == source, "\(proxy.log)")
    }

    /// Who stands between may close a stream in good order anywhere.
    @Test(arguments: [17, 26]) func aLineWhoseEndDidNotComeIsAskedForAgain(_ length: Int) async throws {
        let requests = Mutex(0)
        let cluster = cluster
        cluster.set(.running, of: "job")
        cluster.addRunningPod("job-c", of: "job")
        cluster.log("job", pod: "job-c", "c1", "c2", "c3")
        let backend = KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"),
            transport: StubTransport { request in
                guard request.path.hasSuffix("/job-c/log") else { return cluster.handler(request) }
                let number = requests.withLock { count in
                    count += 1
                    return count
                }
                if number > 1 { cluster.set(.succeeded, of: "job") }
                guard number == 1, var answer = cluster.handler(request), case .text(let line) = answer.parts[1] else {
                    return cluster.handler(request)
                }
                answer.parts = [answer.parts[0], .text(String(line.prefix(length)))]
                return answer
            }, time: TestTime().timeAndChance)
        var query = query
        query.follows = true
        query.pod = "job-c"
        let log = ResumingLog(
            service: backend.workflows, query: query, patience: ResumingLogTests.patience(retries: 3), note: { _ in })
        var lines: [String] = []
        _ = try await log.read { lines.append(String(decoding: $0.content, as: UTF8.self)) }
        #expect(lines == ["c1", "c2", "c3"])
    }

    @Test func carriageReturnsBelongToTheLine() async throws {
        cluster.log("job", pod: "job-c", "50%\rdone\r")
        #expect(try await lines { $0.pod = "job-c" } == ["job-c: 50%\rdone\r"])
    }

    /// The pods of container sets have none.
    @Test func otherContainersStandInForMain() async throws {
        cluster.addRunningPod("job-c", of: "job", containers: ["one", "two", "wait"])
        for container in ["one", "two", "wait"] { cluster.log("job", pod: "job-c", container: container, container) }
        var sources: [String] = []
        var query = query
        query.pod = "job-c"
        try await workflows.logs(query) { sources.append($0.container) }
        #expect(sources == ["one", "two"])
        query.container = "init"
        try await workflows.logs(query) { _ in Issue.record("there is none") }
    }

    @Test func aTimeIsAskedForItself() async throws {
        // Lines are a millisecond apart.
        let lines = try await lines {
            $0.sinceSeconds = 1
            $0.sinceTime = Timestamp(seconds: 1_767_322_800) + .milliseconds(3)
        }
        #expect(lines == ["job-b: b1", "job-a: a3"])
    }

    @Test func podsThatWaitOrAreGoneDoNotHurtTheOthers() async throws {
        cluster.addWaitingPod("job-c", of: "job")
        cluster.fail("GET /api/v1/namespaces/argo/pods/job-a/log", with: .status(404, "NotFound", "gone"))
        #expect(try await lines() == ["job-b: b1"])
        await #expect(throws: BackendError.invalid(#"previous terminated container "main" in pod "job-b" not found"#)) {
            _ = try await lines {
                $0.pod = "job-b"
                $0.previous = true
            }
        }
    }

    @Test func aPodThatComesLaterIsFollowedToo() async throws {
        cluster.set(.running, of: "job")
        var lines: [String] = []
        var query = query
        query.follows = true
        query.tail = 1
        query.sinceSeconds = 5
        try await workflows.logs(query) { entry in
            lines.append(String(decoding: entry.content, as: UTF8.self))
            if lines.count == 2 { cluster.log("job", pod: "job-d", "d1", "d2") }
            if lines.last == "d2" { cluster.set(.succeeded, of: "job") }
        }
        #expect(lines.sorted() == ["a3", "b1", "d1", "d2"])
        // All it writes is younger than the command.
        let asked = cluster.requests.filter { $0.path.hasSuffix("/job-d/log") }
        let areUnlimited = asked.allSatisfy { $0[query: "sinceSeconds"] == nil && $0[query: "tailLines"] == nil }
        #expect(!asked.isEmpty && areUnlimited)
        #expect(cluster.requests.contains { $0[query: "sinceSeconds"] == "5" })
    }

    /// Between the list of the pods and its log a container may have begun to start again.
    @Test func aContainerThatIsBeingStartedIsAskedAgain() async throws {
        cluster.set(.running, of: "job")
        cluster.addRunningPod("job-r", of: "job")
        cluster.log("job", pod: "job-r", "r1")
        let waiting = #"container "main" in pod "job-r" is waiting to start: ContainerCreating"#
        cluster.fail("GET /api/v1/namespaces/argo/pods/job-r/log", with: .status(400, "BadRequest", waiting))
        let time = TestTime()
        var query = query
        query.pod = "job-r"
        query.follows = true
        let backend = KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"),
            transport: StubTransport(handler: cluster.handler), time: time.timeAndChance)
        let log = ResumingLog(
            service: backend.workflows, query: query, patience: LogPatience(time: time.timeAndChance),
            note: { note in Issue.record("\(note)") })
        var lines: [String] = []
        _ = try await log.read { entry in
            lines.append(String(decoding: entry.content, as: UTF8.self))
            cluster.set(.succeeded, of: "job")
        }
        #expect(lines == ["r1"])
    }

    /// More than a stream may hold back, so that it stops the transport whenever nobody takes it.
    @Test func followingALongLogStopsNothing() async throws {
        for number in 1...3_000 { cluster.log("job", pod: "job-e", "line \(number)") }
        let server = try LoopbackServer(handler: cluster.handler)
        let backend = KubernetesBackend(
            ServerConfiguration(baseURL: server.url, address: server.authority), transport: URLSessionTransport())
        var query = query
        query.follows = true
        var count = 0
        try await backend.workflows.logs(query) { _ in count += 1 }
        #expect(count == 3_004)
    }

    /// A cluster sends the head of a log with its first line, which may be hours away.
    @Test func aSilentPodIsWaitedFor() async throws {
        let transport = PatienceTransport(inner: StubTransport(handler: cluster.handler))
        let backend = KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"), transport: transport)
        for follows in [false, true] {
            var query = query
            query.pod = "job-b"
            query.follows = follows
            try await backend.workflows.logs(query) { _ in }
        }
        let patience = transport.patience.withLock { $0 }
        #expect(patience.count == 2)
        #expect(patience.first.map { $0 <= .seconds(30) } == true)
        #expect(patience.last == ServerConfiguration.unlimitedTimeout)
    }

    @Test func aBrokenStreamIsTakenUpWhereItEnded() async throws {
        cluster.fail(
            "GET /api/v1/namespaces/argo/pods/job-a/log",
            with: .answer(
                LoopbackAnswer(
                    framing: .chunked(), parts: [.text("2026-01-02T03:00:00.001Z a1\n2026-01-02T03:00:00.0"), .cut])))
        let time = TestTime()
        let log = ResumingLog(
            service: workflows, query: query, patience: LogPatience(time: time.timeAndChance), note: { _ in })
        var lines: [String] = []
        _ = try await log.read { lines.append(String(decoding: $0.content, as: UTF8.self)) }
        #expect(lines == ["a1", "a2", "b1", "a3"])
    }

    @Test func aKeptLogIsNotWithinReach() async throws {
        func artifact(_ pod: String) -> LogArtifact {
            LogArtifact(workflow: query.workflow, uid: "u", node: "n", pod: pod, container: "main")
        }
        try await workflows.archivedLog(artifact("job-a")) { _ in Issue.record("it is there") }
        await #expect(throws: BackendError.unsupported("logs kept as artifacts", by: .kubernetes)) {
            try await workflows.archivedLog(artifact("job-x")) { _ in }
        }
    }
}

/// Notes how long the head of each log is waited for.
private final class PatienceTransport: HTTPTransport {
    let inner: StubTransport
    let patience = Mutex<[Duration]>([])

    init(inner: StubTransport) { self.inner = inner }

    func send(_ request: HTTPRequest, timeout: Duration, limit: Int) async throws -> HTTPResponse {
        try await inner.send(request, timeout: timeout, limit: limit)
    }

    func stream(_ request: HTTPRequest, timeout: Duration, idle: Duration?) async throws -> HTTPStream {
        if request.url.contains("/log?") { patience.withLock { $0.append(timeout) } }
        return try await inner.stream(request, timeout: timeout, idle: idle)
    }
}

extension LogEntry {
    fileprivate var text: String { String(decoding: content, as: UTF8.self) }
}
