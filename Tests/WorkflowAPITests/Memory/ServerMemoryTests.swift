import Synchronization
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// What is known of a server from one command to the next.
@Suite struct ServerMemoryTests {
    /// A file that every memory made of it shares, as commands do.
    final class File: Sendable {
        private let kept = Mutex<[UInt8]?>(nil)
        let time = TestTime()

        var text: String? {
            get { kept.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }
            set { kept.withLock { $0 = newValue.map { Array($0.utf8) } } }
        }

        func memory(of place: String = "argo http://argo") -> ServerMemory {
            ServerMemory(
                place: place, load: { [self] in kept.withLock { $0 } },
                save: { [self] bytes in kept.withLock { $0 = bytes } }, now: time.timeAndChance.wallTime)
        }

        /// As a command finds it: nothing is known but what the file says.
        func backend(_ argo: FakeArgoServer) -> ArgoBackend {
            let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
            return ArgoBackend(
                server, transport: StubTransport(handler: argo.handler), memory: memory(), time: time.timeAndChance)
        }
    }

    static let job = WorkflowReference(namespace: "argo", name: "job")
    static let route = "/api/v1/workflows/argo/job"

    static func server(_ change: (inout FakeArgoServer.Behaviour) -> Void = { _ in }) -> FakeArgoServer {
        let argo = FakeArgoServer()
        argo.change(change)
        argo.add("job", phase: .failed)
        return argo
    }

    /// Which paths a piece of work asks for.
    static func paths(_ argo: FakeArgoServer, _ work: () async throws -> Void) async throws -> [String] {
        let count = argo.requests.count
        try await work()
        return argo.requests.dropFirst(count).map(\.path)
    }

    @Test func isSharedAndLastsAnHour() {
        let file = File()
        let (one, two) = (file.memory(), file.memory())
        one.keep("other", for: .logRoute)
        two.keep("other", for: .workflowRoute)
        #expect(file.memory().recall(.logRoute) == "other" && file.memory().recall(.workflowRoute) == "other")
        #expect(file.memory(of: "argo http://other").recall(.logRoute) == nil)
        file.time.pass(.seconds(3_590))
        #expect(file.memory().recall(.logRoute) == "other")
        file.time.pass(.seconds(20))
        #expect(one.recall(.logRoute) == nil && file.memory().recall(.logRoute) == nil)
    }

    @Test(arguments: [
        "", "{", "[1]", "null", #"{"place": "argo http://argo"}"#, #"{"place": 1, "answers": {}}"#,
        #"{"place": "argo http://argo", "answers": {"log-route": "other"}}"#,
        #"{"place": "argo http://argo", "answers": {"log-route": {"text": 1, "time": 1767323045}}}"#,
        #"{"place": "argo http://argo", "answers": {"log-route": {"text": "other", "time": 9767323045}}}"#,
        #"{"place": "argo http://argo", "answers": {"log-route": {"text": "other", "time": -9223372036854775807}}}"#,
    ])
    func whatIsBrokenIsNotThere(_ text: String) {
        let file = File()
        file.text = text
        #expect(file.memory().recall(.logRoute) == nil)
        file.memory().keep("other", for: .logRoute)
        #expect(file.memory().recall(.logRoute) == "other")
    }

    @Test func theOldestGoFirst() {
        let file = File()
        for number in 0...ServerMemory.capacity {
            file.memory().keep("wf", for: .definition(of: "e\(number)"))
            file.time.pass(.seconds(1))
        }
        #expect(file.memory().recall(.definition(of: "e0")) == nil)
        #expect(file.memory().recall(.definition(of: "e1")) == "wf")
    }

    @Test func theRoutesOfAnOldServerAreFoundOutOnce() async throws {
        let (file, argo) = (File(), Self.server { $0.speaksOldDialect = true })
        func get() async throws { #expect(try await file.backend(argo).workflows.get(Self.job).phase == .failed) }
        func logs() async throws {
            try await file.backend(argo).workflows.logs(LogQuery(workflow: Self.job)) { _ in }
        }
        #expect(try await Self.paths(argo, get) == [Self.route, Self.route + "/status"])
        #expect(try await Self.paths(argo, get) == [Self.route + "/status"])
        #expect(try await Self.paths(argo, logs) == [Self.route + "/log", Self.route + "/logs"])
        #expect(try await Self.paths(argo, logs) == [Self.route + "/logs"])
        func watch() async throws {
            await #expect(throws: BackendError.unsupported("a watch of workflows", by: .argo)) {
                try await file.backend(argo).workflows.watch(WatchQuery(workflow: Self.job)) { _ in .proceed }
            }
        }
        #expect(try await Self.paths(argo, watch).count == 1)
        #expect(try await Self.paths(argo, watch) == [])
        // What is not there is still not there, whichever way is asked first.
        await #expect(throws: BackendError.notFound("Item not found.")) {
            try await file.backend(argo).workflows.get(WorkflowReference(namespace: "argo", name: "gone"))
        }
    }

    @Test func aServerThatIsNewMeanwhileIsFoundOutAnew() async throws {
        let (file, argo) = (File(), Self.server { $0.speaksOldDialect = true })
        _ = try await file.backend(argo).workflows.get(Self.job)
        try await file.backend(argo).workflows.logs(LogQuery(workflow: Self.job)) { _ in }
        argo.change { $0.speaksOldDialect = false }
        func get() async throws { #expect(try await file.backend(argo).workflows.get(Self.job).phase == .failed) }
        #expect(try await Self.paths(argo, get) == [Self.route + "/status", Self.route])
        #expect(try await Self.paths(argo, get) == [Self.route])
        func logs() async throws {
            try await file.backend(argo).workflows.logs(LogQuery(workflow: Self.job)) { _ in }
        }
        #expect(try await Self.paths(argo, logs) == [Self.route + "/log"])
    }

    /// Also one that says of the old route what it says of a missing workflow, or answers with a page.
    @Test(arguments: [
        LoopbackAnswer.json(#"{"code":5,"message":"Not Found"}"#, status: 404), .text("405", status: 405),
        .html("<html>"), .json("[]", status: 404),
    ])
    func noAnswerOfANewServerToAnOldRouteMakesACommandFail(_ answer: LoopbackAnswer) async throws {
        let (file, argo) = (File(), Self.server { $0.speaksOldDialect = true })
        _ = try await file.backend(argo).workflows.get(Self.job)
        try await file.backend(argo).workflows.logs(LogQuery(workflow: Self.job)) { _ in }
        argo.change { $0.speaksOldDialect = false }
        argo.fail("GET \(Self.route)/logs", with: .answer(answer))
        argo.fail("GET \(Self.route)/status", with: .answer(answer))
        try await file.backend(argo).workflows.logs(LogQuery(workflow: Self.job)) { _ in }
        #expect(try await file.backend(argo).workflows.get(Self.job).phase == .failed)
    }

    @Test func whatAGatewaySaysForAWhileIsNotBelieved() async throws {
        let (file, argo) = (File(), Self.server())
        argo.fail("GET /api/v1/workflow-events/argo", with: .html(404))
        for expected in [1, 1] {
            let paths = try await Self.paths(argo) {
                try? await file.backend(argo).workflows.watch(WatchQuery(workflow: Self.job)) { _ in .stop }
            }
            #expect(paths.count == expected)
        }
        #expect(file.text == nil)
    }

    @Test func whatAServerCannotListByIsFoundOutOnce() async throws {
        let (file, argo) = (File(), Self.server { $0.rejectsRemainder = true })
        func list() async throws {
            #expect(try await ArgoListTests.names(file.backend(argo), ArgoListTests.query()) == ["job"])
        }
        #expect(try await Self.paths(argo, list).count == 2)
        #expect(try await Self.paths(argo, list).count == 1)
        argo.change { $0.version = "v3.5.0" }
        func named() async throws {
            let query = ArgoListTests.query { $0.namePrefix = "jo" }
            #expect(try await ArgoListTests.names(file.backend(argo), query) == ["job"])
        }
        #expect(try await Self.paths(argo, named).count == 2)
        #expect(try await Self.paths(argo, named).count == 1)
        argo.change { $0.version = "v4.0.0" }
        for _ in 0..<2 { #expect(try await Self.paths(argo, named).count == 1) }
        #expect(argo.requests.last?[query: "nameFilter"] == "Prefix")
    }

    /// A selector that the server refuses is the user's mistake, and nothing about the server.
    @Test func aRefusedQuestionTeachesNothing() async throws {
        let (file, argo) = (File(), Self.server())
        let refusal = FakeArgoServer.Fault.error(400, code: 3, "unable to parse requirement")
        argo.fail("GET /api/v1/workflows/argo", with: refusal, refusal)
        await #expect(throws: BackendError.self) {
            try await ArgoListTests.names(file.backend(argo), ArgoListTests.query())
        }
        #expect(file.text == nil)
    }
}
