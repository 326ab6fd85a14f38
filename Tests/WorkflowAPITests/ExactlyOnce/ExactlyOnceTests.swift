import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Creations whose answers are lost, in every way and at every place.
@Suite struct ExactlyOnceTests {
    /// Everything that can be created.
    enum Subject: CaseIterable {
        case fixedName, generatedName, fromTemplate, template

        var route: String {
            switch self {
            case .fixedName, .generatedName: "POST /api/v1/workflows/argo"
            case .fromTemplate: "POST /api/v1/workflows/argo/submit"
            case .template: "POST /api/v1/workflow-templates/argo"
            }
        }

        func create(_ backend: ArgoBackend, telling tell: (WriteFate) -> Void = { _ in }) async throws -> String {
            let source: Submission.Source
            switch self {
            case .fixedName: source = .manifest(["metadata": ["name": "job"]])
            case .generatedName: source = .manifest(["metadata": ["generateName": "job-"]])
            case .fromTemplate: source = .resource(.workflowTemplate, name: "build", options: SubmitOptions())
            case .template:
                return try await backend.resources(.workflowTemplate).create(
                    ["metadata": ["name": "job"], "spec": [:]], namespace: "argo", telling: tell
                ).name
            }
            return try await backend.workflows.submit(
                Submission(source, namespace: "argo"), telling: tell
            ).name
        }

        /// The names of what the server has.
        func names(_ argo: FakeArgoServer) -> [String] {
            let stored = self == .template ? argo.resources(.workflowTemplate) : argo.workflows
            return stored.compactMap { $0[path: "metadata", "name"]?.string }.filter { $0 != "build" }
        }
    }

    static func site(_ change: (FakeArgoServer) -> Void = { _ in }) -> (FakeArgoServer, ArgoBackend) {
        let argo = FakeArgoServer()
        argo.add(.workflowTemplate, #"{"metadata":{"name":"build","namespace":"argo"}}"#)
        change(argo)
        return (argo, ArgoListTests.backend(argo).0)
    }

    /// The write has taken all the time there was, and the server does not tell any more what came of it.
    @Test(arguments: [(30, 40), (4, 8)]) func aLookHasItsTimeButNoMore(_ timeout: Int, _ most: Int) async throws {
        let clock = TestTime()
        let transport = StubTransport { request in
            clock.pass(request.method == "POST" ? .seconds(timeout) : .milliseconds(500))
            return request.method == "POST" ? .silence : .json(#"{"code":14,"message":"later"}"#, status: 503)
        }
        var server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        server.timeout = .seconds(timeout)
        let backend = ArgoBackend(server, transport: transport, time: clock.timeAndChance)
        let start = clock.timeAndChance.now()
        do {
            _ = try await Subject.fixedName.create(backend)
            Issue.record("it cannot know")
        } catch BackendError.unsettled(let write) {
            #expect(write.name == "job")
        }
        let taken = clock.timeAndChance.now() - start
        #expect(taken > .seconds(timeout) && taken <= .seconds(most) + .milliseconds(500), "\(taken)")
        #expect(transport.requests.count { $0.method == .get } > 2)
    }

    static func posts(_ argo: FakeArgoServer) -> [ValueTree] {
        argo.requests.filter { $0.method == "POST" }.compactMap { (try? JSONReader.read($0.body))?.root.tree }
    }

    /// What can stand where the answer should be.
    static let losses: [LoopbackAnswer] = [
        .silence, LoopbackAnswer(framing: .length(9), parts: [.text("{\"met"), .cut]), .json(""),
        .json(#"{"metadata":"#),
        .json(#"{"items":[]}"#), .json("[]"), .text("hello"), .html("<html>"), .html("<html>", status: 502),
        .text("", status: 408), .text("", status: 500), .text("upstream", status: 502), .text("", status: 503),
        .text("", status: 504), RetryingClientTests.error(503, code: 14),
    ]

    @Test(arguments: Subject.allCases, losses)
    func aCreationThatWasCarriedOutIsFoundAgain(_ subject: Subject, _ loss: LoopbackAnswer) async throws {
        let (argo, backend) = Self.site { $0.fail(subject.route, with: .lost(loss)) }
        let name = try await subject.create(backend)
        #expect(subject.names(argo) == [name])
        #expect(Self.posts(argo).count == 1)
    }

    @Test(arguments: Subject.allCases, losses)
    func aCreationThatIsNotThereIsSentAgainAsItWas(_ subject: Subject, _ loss: LoopbackAnswer) async throws {
        let (argo, backend) = Self.site { $0.fail(subject.route, with: .answer(loss), .answer(loss)) }
        let name = try await subject.create(backend)
        #expect(subject.names(argo) == [name])
        let posts = Self.posts(argo)
        #expect(posts.count == 3)
        #expect(posts.allSatisfy { $0 == posts.first })
        // Never blindly: somebody looked in between.
        #expect(argo.requests.map(\.method) == ["POST", "GET", "POST", "GET", "POST"])
    }

    @Test(arguments: Subject.allCases) func whatTheServerDidNotTakeIsSentAgainAtOnce(_ subject: Subject) async throws {
        let (argo, backend) = Self.site { $0.fail(subject.route, with: .error(429, code: 8, "slow down")) }
        let name = try await subject.create(backend)
        #expect(subject.names(argo) == [name])
        #expect(argo.requests.map(\.method) == ["POST", "POST"])
    }

    @Test(arguments: Subject.allCases) func aRefusalIsFinal(_ subject: Subject) async {
        let (argo, backend) = Self.site { $0.fail(subject.route, with: .error(403, code: 7, "no")) }
        await #expect(throws: BackendError.forbidden("no (no credentials were sent)")) {
            _ = try await subject.create(backend)
        }
        #expect(argo.requests.count == 1)
    }

    /// Argo answers some mistakes in a manifest so; the user should not wait for the same words again.
    @Test(arguments: [(2, 1), (13, 2)]) func anInternalErrorIsNotRepeatedForLong(_ code: Int, _ count: Int) async {
        let fault = FakeArgoServer.Fault.error(500, code: code, "boom")
        let (argo, backend) = Self.site { $0.fail(Subject.fixedName.route, with: fault, fault, fault) }
        let words = (count > 1 ? "boom (tried 2 times)" : "boom") + "; workflow 'job' was not created"
        await #expect(throws: BackendError.server(status: 500, message: words)) {
            _ = try await Subject.fixedName.create(backend)
        }
        #expect(Self.posts(argo).count == count)
        #expect(argo.workflows.isEmpty)
    }

    @Test(arguments: [true, false]) func aNameOfSomebodyElseIsNotOurs(_ isLost: Bool) async throws {
        let (argo, _) = Self.site()
        let foreign = FirstRequest { request in
            guard let name = WriteMarkTests.name(in: request) else { return nil }
            argo.add(workflow: #"{"metadata":{"name":"\#(name)","namespace":"argo","annotations":{"a":"b"}}}"#)
            return isLost ? .silence : argo.handler(request)
        }
        let (backend, _) = ArgoListTests.backend { foreign.answer($0) ?? argo.handler($0) }
        var told: [String] = []
        let name = try await Subject.generatedName.create(backend) { fate in
            if case .open(let name) = fate { told.append(name) }
        }
        #expect(argo.workflows.count == 2)
        #expect(told.count == 2 && told.last == name && told.first != name)
        #expect(Subject.generatedName.names(argo) == told)
    }

    /// A server that calls every name taken, and shows somebody else's object under each.
    @Test func namesAreNotMadeForEver() async throws {
        let (argo, _) = Self.site()
        let (backend, transport) = ArgoListTests.backend { request in
            if let name = WriteMarkTests.name(in: request) {
                argo.add(workflow: #"{"metadata":{"name":"\#(name)","namespace":"argo"}}"#)
            }
            return argo.handler(request)
        }
        await #expect {
            _ = try await Subject.generatedName.create(backend)
        } throws: { error in
            if case .conflict? = error as? BackendError { true } else { false }
        }
        #expect(transport.requests.count { $0.method == .post } == 10)
    }

    @Test(arguments: [true, false]) func aGivenNameOfSomebodyElseIsAConflict(_ isLost: Bool) async throws {
        let (argo, backend) = Self.site {
            $0.add("job")
            if isLost { $0.fail(Subject.fixedName.route, with: .answer(.silence)) }
        }
        let words = isLost ? "workflow 'job' already exists" : #"workflows.argoproj.io "job" already exists"#
        await #expect(throws: BackendError.conflict(words)) { _ = try await Subject.fixedName.create(backend) }
        #expect(argo.workflows.count == 1)
        #expect(Self.posts(argo).count == 1)
    }

    @Test(arguments: [Subject.fixedName, .generatedName, .fromTemplate])
    func aFirstRequestThatComesLateCountsOnce(_ subject: Subject) async throws {
        let (argo, _) = Self.site()
        let late = FirstRequest { _ in .silence }
        let (backend, _) = ArgoListTests.backend { request in
            if let answer = late.answer(request) { return answer }
            if request.method == "POST", let first = late.taken() { _ = argo.handler(first) }
            return argo.handler(request)
        }
        let name = try await subject.create(backend)
        #expect(subject.names(argo) == [name])
    }

    /// As libcurl does with a connection that closes without an answer.
    @Test(arguments: Subject.allCases)
    func aRequestThatWasSentTwiceBelowUsCountsOnce(_ subject: Subject) async throws {
        let (argo, _) = Self.site()
        let (backend, _) = ArgoListTests.backend { request in
            if request.method == "POST" { _ = argo.handler(request) }
            return argo.handler(request)
        }
        let name = try await subject.create(backend)
        #expect(subject.names(argo) == [name])
    }

    @Test(arguments: [
        FakeArgoServer.Fault.error(403, code: 7, "you may not look"), .error(401, code: 16, "who are you"),
        .error(503, code: 14, "later"), .html(200), .answer(.silence), .answer(.text("", status: 500)),
    ])
    func whatCannotBeFoundOutIsSaid(_ obstacle: FakeArgoServer.Fault) async throws {
        let route = "GET /api/v1/workflows/argo/job"
        let (argo, backend) = Self.site {
            $0.fail(Subject.fixedName.route, with: .lost(.silence))
            for _ in 0..<20 { $0.fail(route, with: obstacle) }
        }
        await #expect {
            _ = try await Subject.fixedName.create(backend)
        } throws: { error in
            guard case .unsettled(let write)? = error as? BackendError else { return false }
            return write.name == "job" && write.obstacle != nil
                && write.message.contains("no answer came; workflow 'job' may or may not exist: ")
        }
        #expect(Self.posts(argo).count == 1)
    }

    /// A 404 that something between here and the server has cut, doubled or made up tells nothing.
    @Test(arguments: [
        FakeArgoServer.Fault.answer(.text("", status: 404)), .html(404), .html(200),
        .answer(.text(#"{"code":5,"message":"no"}{"code":5,"message":"no"}"#, status: 404)),
    ])
    func whatIsNoAnswerIsAskedForAgain(_ oddity: FakeArgoServer.Fault) async throws {
        let route = "GET /api/v1/workflows/argo/job"
        let (argo, backend) = Self.site {
            $0.fail(Subject.fixedName.route, with: .lost(.silence))
            for _ in 0..<3 { $0.fail(route, with: oddity) }
        }
        #expect(try await Subject.fixedName.create(backend) == "job")
        #expect(Self.posts(argo).count == 1)
    }

    /// The first request is on its way for a while yet: whatever the later ones get, it may still be carried out.
    @Test(arguments: [
        RetryingClientTests.error(503, code: 14), RetryingClientTests.error(403, code: 7),
        RetryingClientTests.error(400, code: 3),
    ])
    func whatMayStillBeCarriedOutIsNotSaidToHaveFailed(_ later: LoopbackAnswer) async throws {
        let (argo, _) = Self.site()
        let late = FirstRequest { _ in .silence }
        let (backend, _) = ArgoListTests.backend { request in
            if request.method == "POST" { return late.answer(request) ?? later }
            return argo.handler(request)
        }
        await #expect(
            throws: BackendError.unsettled(
                UnsettledWrite(kind: "workflow", name: "job", loss: "no answer came", obstacle: nil))
        ) {
            do {
                _ = try await Subject.fixedName.create(backend)
            } catch BackendError.unsettled(var write) {
                write.loss = "no answer came"
                throw BackendError.unsettled(write)
            }
        }
    }

    /// A server that drops annotations, or shows something else: no reason to make another, and another.
    @Test(arguments: ["", #""name": "other","#])
    func whatCannotBeTheAnswerLeadsToNoSecondOne(_ name: String) async throws {
        let (backend, transport) = ArgoListTests.backend { (request: LoopbackRequest) -> LoopbackAnswer in
            if request.method == "POST" { return .silence }
            let own = request.target.split(separator: "/").last ?? ""
            return .json(#"{"metadata": {\#(name.isEmpty ? "\"name\": \"\(own)\"," : name) "namespace": "argo"}}"#)
        }
        await #expect {
            _ = try await Subject.generatedName.create(backend)
        } throws: { error in
            if case .unsettled? = error as? BackendError { true } else { false }
        }
        #expect(transport.requests.count { $0.method == .post } == 1)
    }

    @Test func withoutRetriesTheStateIsLookedUpAllTheSame() async throws {
        let argo = FakeArgoServer()
        argo.fail(Subject.fixedName.route, with: .answer(.silence), .lost(.silence))
        var server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        server.retries = 0
        let backend = ArgoBackend(
            server, transport: StubTransport(handler: argo.handler), time: TestTime().timeAndChance)
        await #expect(
            throws: BackendError.unsettled(
                UnsettledWrite(kind: "workflow", name: "job", loss: "no answer came", obstacle: nil))
        ) {
            _ = try await Subject.fixedName.create(backend)
        }
        #expect(try await Subject.fixedName.create(backend) == "job")
        #expect(argo.requests.map(\.method) == ["POST", "GET", "POST", "GET"])
    }

    @Test func theTimeIsUpForSendingButNotForTheTruth() async throws {
        let (argo, _) = Self.site()
        let time = TestTime()
        let transport = StubTransport { request in
            if request.method == "POST" { time.pass(.seconds(30)) }
            return request.method == "POST" ? .silence : argo.handler(request)
        }
        let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        let backend = ArgoBackend(server, transport: transport, time: time.timeAndChance)
        await #expect(
            throws: BackendError.unsettled(
                UnsettledWrite(kind: "workflow", name: "job", loss: "no answer came", obstacle: nil))
        ) {
            _ = try await Subject.fixedName.create(backend)
        }
        #expect(transport.requests.map(\.method) == [.post, .get])
    }

    /// The archive keeps the names of runs that are gone, and its server shows them when it is asked for one.
    @Test func anArchivedRunOfTheSameNameIsNotInTheWay() async throws {
        let (argo, backend) = Self.site {
            $0.add(
                archived: """
                    {"metadata": {"name": "job", "namespace": "argo",
                     "labels": {"workflows.argoproj.io/workflow-archiving-status": "Persisted"}}}
                    """)
            $0.fail(Subject.fixedName.route, with: .answer(.silence))
        }
        _ = try await Subject.fixedName.create(backend)
        #expect(argo.workflows.count == 1)
    }

    @Test func anOldServerThatDropsTheMarkLeavesItOpen() async throws {
        let (argo, backend) = Self.site { argo in
            argo.change { $0.ignoresNewParameters = true }
            argo.fail(Subject.fromTemplate.route, with: .lost(.silence))
        }
        await #expect {
            _ = try await Subject.fromTemplate.create(backend)
        } throws: { error in
            guard case .unsettled(let write)? = error as? BackendError else { return false }
            return write.obstacle == "it exists, and does not say which request created it"
        }
        #expect(argo.workflows.count == 1)
    }

    @Test(arguments: [Submission.DryRun.client, .server]) func aRehearsalIsSentAsItIs(_ dryRun: Submission.DryRun) async
    {
        let (argo, backend) = Self.site { $0.fail(Subject.fixedName.route, with: .answer(.silence)) }
        let manifest: ValueTree = ["metadata": ["generateName": "job-"]]
        await #expect(throws: BackendError.timedOut("no answer came")) {
            _ = try await backend.workflows.submit(Submission(.manifest(manifest), namespace: "argo", dryRun: dryRun))
        }
        #expect(Self.posts(argo).map { $0["workflow"] } == [manifest])
    }
}
