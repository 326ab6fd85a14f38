import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct ArgoListTests {
    typealias Behaviour = FakeArgoServer.Behaviour

    /// A way in which servers page, or do not.
    struct Server: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (inout Behaviour) -> Void
    }

    static let servers = [
        Server(testDescription: "counts what is left when asked") { _ in },
        Server(testDescription: "always gives a cursor") { $0.forgetsContinue = false },
        Server(testDescription: "refuses to count") { $0.rejectsRemainder = true },
        Server(testDescription: "does not count") { $0.ignoresRemainder = true },
        Server(testDescription: "sends everything every time") { $0.ignoresPaging = true },
        Server(testDescription: "is old") {
            $0.ignoresPaging = true
            $0.ignoresNewParameters = true
            $0.version = nil
        },
    ]

    static func backend(_ argo: FakeArgoServer, pieceSize: Int? = nil) -> (ArgoBackend, StubTransport) {
        let transport = StubTransport(pieceSize: pieceSize, handler: argo.handler)
        let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        return (ArgoBackend(server, transport: transport, time: TestTime().timeAndChance), transport)
    }

    static func names(_ backend: ArgoBackend, _ query: WorkflowQuery) async throws -> [String] {
        var names: [String] = []
        try await backend.workflows.list(query) { names.append($0.name) }
        return names
    }

    static func query(_ pageSize: Int = 3, _ change: (inout WorkflowQuery) -> Void = { _ in }) -> WorkflowQuery {
        var query = WorkflowQuery(namespace: "argo")
        query.pageSize = pageSize
        query.fields = .row
        change(&query)
        return query
    }

    /// A byte now and then keeps every rule about silence, and never comes to an end.
    @Test func aListThatDripsIsOverWhenItsTimeIs() async {
        let time = TestTime()
        let drip: [LoopbackAnswer.Part] = (0..<200).flatMap { _ in [.text(" "), .pause(.milliseconds(250))] }
        let transport = StubTransport(time: time) { _ in
            LoopbackAnswer(
                headers: [.init("Content-Type", "application/json")], framing: .chunked(),
                parts: drip + [.text(#"{"metadata":{},"items":null}"#)])
        }
        var server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        server.retries = 0
        let backend = ArgoBackend(server, transport: transport, time: time.timeAndChance)
        let start = time.timeAndChance.now()
        await #expect(throws: BackendError.timedOut("the list did not come to its end within 30 s")) {
            _ = try await Self.names(backend, Self.query())
        }
        #expect(time.timeAndChance.now() - start == .seconds(30.25))
    }

    @Test(arguments: servers, [0, 1, 2, 3, 4, 6, 7, 10])
    func bringsEveryWorkflowOnce(_ server: Server, _ count: Int) async throws {
        var behaviour = Behaviour()
        server.change(&behaviour)
        let argo = FakeArgoServer(behaviour)
        for number in 0..<count { argo.add("w\(number)") }
        let (backend, _) = Self.backend(argo)
        for pageSize in [0, 1, 3, 500] {
            #expect(try await Self.names(backend, Self.query(pageSize)) == (0..<count).map { "w\($0)" })
        }
    }

    @Test(arguments: servers) func goesOnIntoTheArchive(_ server: Server) async throws {
        var behaviour = Behaviour()
        server.change(&behaviour)
        let argo = FakeArgoServer(behaviour)
        for number in 0..<4 { argo.add("live\(number)") }
        for number in 0..<4 {
            argo.add(archived: #"{"metadata":{"name":"live\#(number)","namespace":"argo","uid":"old-\#(number)"}}"#)
        }
        let (backend, _) = Self.backend(argo)
        #expect(
            try await Self.names(backend, Self.query()) == [
                "live0", "live1", "live2", "live3", "live0", "live1", "live2", "live3",
            ])
    }

    @Test func asksForNoMorePagesThanThereAre() async throws {
        let argo = FakeArgoServer()
        for number in 0..<6 { argo.add("w\(number)") }
        let (backend, _) = Self.backend(argo)
        _ = try await Self.names(backend, Self.query())
        #expect(argo.requests.map { $0[query: "listOptions.continue"] } == [nil, "3"])
    }

    @Test func asksNoForgetfulServerToCountTwice() async throws {
        var behaviour = Behaviour()
        behaviour.rejectsRemainder = true
        let argo = FakeArgoServer(behaviour)
        argo.add("w")
        let (backend, _) = Self.backend(argo)
        #expect(try await Self.names(backend, Self.query()) == ["w"])
        #expect(argo.requests.map { $0[query: "listOptions.limit"] } == ["3", nil])
        #expect(
            argo.requests.map { $0[query: "listOptions.fieldSelector"] } == ["ext.showRemainingItemCount=true", nil])
    }

    @Test(arguments: [
        FakeArgoServer.Fault.error(500, code: 2, "field label not supported: ext.showRemainingItemCount"),
        .error(410, code: 10, "the provided continue parameter is too old"),
    ])
    func asksForEverythingWhenPagesAreRefused(_ fault: FakeArgoServer.Fault) async throws {
        let argo = FakeArgoServer()
        for number in 0..<5 { argo.add("w\(number)") }
        argo.fail("GET /api/v1/workflows/argo", with: fault)
        let (backend, _) = Self.backend(argo)
        #expect(try await Self.names(backend, Self.query()) == (0..<5).map { "w\($0)" })
        #expect(argo.requests.map { $0[query: "listOptions.limit"] } == ["3", nil])
    }

    @Test func survivesAWorkflowThatIsCreatedBetweenTwoPages() async throws {
        let argo = FakeArgoServer()
        for number in 0..<5 { argo.add("w\(number)") }
        let (backend, _) = Self.backend(argo)
        var names: [String] = []
        // New workflows come first: the rest moves by one.
        try await backend.workflows.list(Self.query()) { workflow in
            names.append(workflow.name)
            if names.count == 3 { argo.insert("new") }
        }
        #expect(names == ["w0", "w1", "w2", "w3", "w4"])
    }

    @Test func reportsAnInvalidSelectorInTheServersWords() async {
        let argo = FakeArgoServer()
        let (backend, _) = Self.backend(argo)
        await #expect(throws: BackendError.invalid("unsupported requirement spec.x=1")) {
            _ = try await Self.names(backend, Self.query { $0.fieldSelector = "spec.x=1" })
        }
    }

    /// It has no phase, and no label that says so.
    @Test func countsWhatNoControllerHasSeenAsPending() async throws {
        let argo = FakeArgoServer()
        argo.add("known", phase: .pending)
        argo.add("done", phase: .succeeded)
        argo.add(workflow: #"{"metadata":{"name":"new","namespace":"argo"}}"#)
        let (backend, _) = Self.backend(argo)
        #expect(try await Self.names(backend, Self.query { $0.phases = [.pending] }) == ["known", "new"])
        #expect(try await Self.names(backend, Self.query { $0.phases = [.succeeded] }) == ["done"])
    }

    @Test(arguments: servers) func filtersHereWhatTheServerDoesNot(_ server: Server) async throws {
        var behaviour = Behaviour()
        server.change(&behaviour)
        let argo = FakeArgoServer(behaviour)
        argo.add("job-1", phase: .succeeded)
        argo.add("job-2", phase: .running)
        argo.add("job-3", phase: .failed)
        argo.add("other", phase: .failed)
        argo.add("job", phase: .succeeded)
        let (backend, _) = Self.backend(argo)
        func names(_ change: (inout WorkflowQuery) -> Void) async throws -> [String] {
            try await Self.names(backend, Self.query(2, change))
        }
        #expect(try await names { $0.namePrefix = "job" } == ["job-1", "job-2", "job-3", "job"])
        #expect(try await names { $0.namePattern = "he" } == ["other"])
        #expect(try await names { $0.phases = [.failed, .running] } == ["job-2", "job-3", "other"])
        #expect(
            try await names {
                $0.namePrefix = "job-"; $0.namePattern = "3"
            } == ["job-3"])
        #expect(try await names { $0.isCompleted = false } == ["job-2"])
        let created = try #require(Timestamp(rfc3339: "2026-01-01T00:00:05Z"))
        #expect(try await names { $0.createdAfter = created } == ["other", "job"])
        #expect(try await names { $0.finishedBefore = created } == ["job-1"])
        #expect(
            try await names {
                $0.fields = .names; $0.phases = [.succeeded]
            } == ["job-1", "job"])
    }

    @Test(arguments: ["v3.6.2", "latest", nil] as [String?])
    func asksServersAgainThatTakeAPrefixForAName(_ version: String?) async throws {
        var behaviour = Behaviour()
        behaviour.version = version
        behaviour.ignoresNewParameters = true
        let argo = FakeArgoServer(behaviour)
        argo.add("job-1")
        argo.add("job-2")
        let (backend, _) = Self.backend(argo)
        #expect(try await Self.names(backend, Self.query { $0.namePrefix = "job-" }) == ["job-1", "job-2"])
        #expect(argo.requests.map { $0[query: "nameFilter"] } == ["Prefix", nil])
    }

    @Test(arguments: [1, 2, 7, 64]) func readsPiecesOfAnySize(_ size: Int) async throws {
        let argo = FakeArgoServer()
        for number in 0..<5 { argo.add("w\(number)") }
        let (backend, _) = Self.backend(argo, pieceSize: size)
        #expect(try await Self.names(backend, Self.query()) == (0..<5).map { "w\($0)" })
    }

    @Test func handsItemsOverWhileTheListStillArrives() async throws {
        let gate = Gate()
        let (backend, _) = Self.backend { _ in
            LoopbackAnswer(
                framing: .chunked(),
                parts: [
                    .text(#"{"metadata":{},"items":[{"metadata":{"name":"a"}},"#), .wait(gate),
                    .text(#"{"metadata":{"name":"b"}}]}"#),
                ])
        }
        var names: [String] = []
        try await backend.workflows.list(Self.query()) { workflow in
            names.append(workflow.name)
            gate.open()
        }
        #expect(names == ["a", "b"])
    }

    static func backend(_ handler: @escaping LoopbackServer.Handler) -> (ArgoBackend, StubTransport) {
        let transport = StubTransport(handler: handler)
        let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        return (ArgoBackend(server, transport: transport, time: TestTime().timeAndChance), transport)
    }

    @Test(
        arguments: [
            (#"{"metadata":{},"items":[{"metadata":{"name":"a"}},{"meta"#, ["a"], true),
            (#"{"metadata":{},"items":[{"metadata":{"name":"a"}}]"#, ["a"], true),
            (#"{"metadata":{},"items":[{"metadata":{"name":"a"}} {}]}"#, ["a"], false),
            (#"{"metadata":{},"items":[{"metadata":{"name":"a"}}]}x"#, ["a"], false),
            (#"{"items":"no"}"#, [], false), ("[]", [], false), (#"{"other":1}"#, [], false), ("", [], true),
            ("null", [], false), (#"{"metadata":{"name":"a"},"spec":{}}"#, [], false), (#"{"metadata":{}}"#, [], false),
            (#"{"metadata":{"resourceVersion":"5"}}"#, [], nil), (#"{"kind":"WorkflowList"}"#, [], nil),
            (#"{"metadata":{},"items":null}"#, [], nil), (#"{"items":[],"metadata":{"continue":7}}"#, [], nil),
            (#"{"items":[1,null,"x",{"metadata":5}],"metadata":null}"#, ["", "", "", ""], nil),
        ] as [(String, [String], Bool?)])
    func staysCalmWithStrangeLists(_ body: String, _ expected: [String], _ isTruncated: Bool?) async {
        let (backend, _) = Self.backend { _ in .json(body) }
        var names: [String] = []
        do {
            try await backend.workflows.list(Self.query(0)) { names.append($0.name) }
            #expect(isTruncated == nil)
        } catch {
            switch error as? BackendError {
            case .truncated: #expect(isTruncated == true)
            case .malformed: #expect(isTruncated == false)
            default: Issue.record("\(error)")
            }
        }
        #expect(names == expected)
    }

    @Test(arguments: [1, 60, 200, 330]) func takesUpAPageThatBreaksOff(_ length: Int) async throws {
        let argo = FakeArgoServer()
        for number in 0..<7 { argo.add("w\(number)") }
        let route = "GET /api/v1/workflows/argo"
        argo.fail(route, with: .cut(after: length), .cut(after: length * 2), .error(503, code: 14, "later"))
        let (backend, _) = Self.backend(argo, pieceSize: 50)
        #expect(try await Self.names(backend, Self.query()) == (0..<7).map { "w\($0)" })
        // Three tries of the first page and one that was refused, then the two others.
        #expect(argo.requests.count == 6)
    }

    @Test func endsWhateverCursorsAServerMakesUp() async throws {
        let item = #"{"metadata":{"name":"a","uid":"1"}}"#
        let (same, transport) = Self.backend { _ in .json(#"{"metadata":{"continue":"1"},"items":[\#(item)]}"#) }
        #expect(try await Self.names(same, Self.query(1)) == ["a"])
        #expect(transport.requests.count == 3)
        let (lying, other) = Self.backend { _ in .json(#"{"metadata":{"remainingItemCount":9},"items":null}"#) }
        #expect(try await Self.names(lying, Self.query(1)) == [])
        #expect(other.requests.count <= 3)
    }

    @Test func hidesNothingThatHasNoName() async throws {
        let items = #"[7,null,{"metadata":[]},{"metadata":{"name":"a","uid":"1"}},{"metadata":{"name":8}},{}]"#
        let (backend, _) = Self.backend { _ in .json(#"{"metadata":{},"items":\#(items)}"#) }
        var documents: [String] = []
        try await backend.workflows.list(Self.query()) { workflow in
            documents.append(JSONWriter.text(workflow.document, style: .compact))
        }
        #expect("[" + documents.joined(separator: ",") + "]" == items)
    }

    @Test func passesOnWhatTheCallersClosureThrows() async {
        struct Enough: Error, Equatable {}
        let argo = FakeArgoServer()
        for number in 0..<5 { argo.add("w\(number)") }
        let (backend, _) = Self.backend(argo)
        await #expect(throws: Enough()) {
            try await backend.workflows.list(Self.query()) { _ in throw Enough() }
        }
        // Not even one that looks like a server's refusal makes the list start again.
        await #expect(throws: BackendError.invalid("mine")) {
            try await backend.workflows.list(Self.query()) { _ in throw BackendError.invalid("mine") }
        }
        #expect(argo.requests.count == 2)
    }

    @Test(arguments: [200, 404]) func refusesAPageForPeople(_ status: Int) async {
        let argo = FakeArgoServer()
        argo.fail("GET /api/v1/workflows/argo", with: .html(status))
        let (backend, _) = Self.backend(argo)
        await #expect {
            _ = try await Self.names(backend, Self.query())
        } throws: { error in
            guard case .malformed(let message)? = error as? BackendError else { return false }
            return message.contains("does not look like the API")
        }
    }

    @Test func listsEveryNamespace() async throws {
        let argo = FakeArgoServer()
        argo.add("a", namespace: "one")
        argo.add("b", namespace: "two")
        let (backend, _) = Self.backend(argo)
        #expect(try await Self.names(backend, Self.query { $0.namespace = nil }) == ["a", "b"])
        #expect(argo.requests.map(\.path) == ["/api/v1/workflows/"])
    }
}
