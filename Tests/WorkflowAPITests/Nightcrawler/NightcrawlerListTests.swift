import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct NightcrawlerListTests {
    private func world(_ counts: [Int]) -> NightcrawlerWorld {
        let world = NightcrawlerWorld()
        for (place, count) in counts.enumerated() {
            world.dashboard.define("wf-\(place + 1)")
            for number in 0..<count { world.dashboard.add("exec-\(number)", to: "wf-\(place + 1)") }
        }
        return world
    }

    @Test func walksThePagesOfEveryDefinition() async throws {
        let world = world([3, 0, 1])
        let names = try await world.names { $0.pageSize = 2 }
        #expect(names == ["wf-1/exec-2", "wf-1/exec-1", "wf-1/exec-0", "wf-3/exec-0"])
        #expect(
            world.asked == [
                "GET ?page=1&pageSize=500", "GET /wf-1/executions?limit=2&offset=0",
                "GET /wf-1/executions?limit=2&offset=2", "GET /wf-2/executions?limit=2&offset=0",
                "GET /wf-3/executions?limit=2&offset=0",
            ])
    }

    /// What a dashboard makes of the limit, or leaves out, costs no item.
    @Test(
        arguments: [1, 2, 3, 7, 0],
        [{ $0.pageLimit = 2 }, { $0.forgetsTotal = true }] as [@Sendable (inout FakeDashboard.Behaviour) -> Void])
    func bringsAllWhateverTheDashboardMakesOfALimit(
        _ pageSize: Int, _ change: @Sendable (inout FakeDashboard.Behaviour) -> Void
    ) async throws {
        let world = world([5])
        world.dashboard.change(change)
        #expect(try await world.names { $0.pageSize = pageSize }.count == 5)
    }

    @Test func manyDefinitionsComeInPagesToo() async throws {
        let world = world(Array(repeating: 1, count: 7))
        world.dashboard.change { $0.pageLimit = 3 }
        #expect(try await world.names().count == 7)
    }

    /// The items of a page count once, however often it comes.
    @Test(arguments: [3, 4, 5, 14])
    func aListThatRepeatsItselfIsAnError(_ count: Int) async throws {
        let world = world([count])
        world.dashboard.change { $0.ignoresOffset = true }
        let error = BackendError.malformed("the server repeats a page of its list: 2 of \(count) items came")
        await #expect(throws: error) {
            try await world.names {
                $0.pageSize = 2
                $0.definition = "wf-1"
            }
        }
    }

    @Test(arguments: [2, 5, 10])
    func aListThatStopsBeforeItsEndIsAnError(_ pageSize: Int) async throws {
        let world = world([5])
        world.dashboard.change { $0.hiddenCount = 1 }
        await #expect(throws: BackendError.malformed("the server stops sending its list: 5 of 6 items came")) {
            try await world.names {
                $0.pageSize = pageSize
                $0.definition = "wf-1"
            }
        }
    }

    @Test(arguments: [false, true])
    func aDashboardWithoutPagesMaySendAllAtOnce(_ forgetsTotal: Bool) async throws {
        let world = world([5])
        world.dashboard.change {
            $0.ignoresOffset = true
            $0.forgetsTotal = forgetsTotal
        }
        #expect(try await world.names { $0.pageSize = 10 }.count == 5)
    }

    static let states: [(String, String)] = [
        ("a", "completed"), ("b", "failed"), ("c", "cancelled"), ("d", "cancelling"), ("e", "running"),
        ("f", "pending"),
    ]

    @Test(
        arguments: [
            ([WorkflowPhase.succeeded], ["a"], ["completed"]), ([.failed], ["b", "c"], ["failed", "cancelled"]),
            ([.running], ["e", "d"], ["running", "cancelling"]), ([.error], [], []),
            ([.pending, .failed], ["f", "b", "c"], ["pending", "failed", "cancelled"]),
        ],
        [{ _ in }, { $0.ignoresStatus = true }, { $0.rejectsUndocumentedStatus = true }]
            as [@Sendable (inout FakeDashboard.Behaviour) -> Void])
    func asksForTheWordsOfAPhase(
        _ wanted: (phases: [WorkflowPhase], names: [String], words: [String]),
        _ change: @Sendable (inout FakeDashboard.Behaviour) -> Void
    ) async throws {
        let world = NightcrawlerWorld()
        for (id, status) in Self.states { world.dashboard.add(id, to: "wf", status: status) }
        world.dashboard.change(change)
        let names = try await world.names {
            $0.definition = "wf"
            $0.phases = wanted.phases
        }
        #expect(names.sorted() == wanted.names.map { "wf/" + $0 }.sorted())
        #expect(world.dashboard.requests.first?[query: "status"] == wanted.words.first)
    }

    @Test func completionIsLookedAtHere() async throws {
        let world = NightcrawlerWorld()
        for (id, status) in Self.states { world.dashboard.add(id, to: "wf", status: status) }
        #expect(try await world.names { $0.isCompleted = true } == ["wf/c", "wf/b", "wf/a"])
        #expect(try await world.names { $0.isCompleted = false } == ["wf/f", "wf/e", "wf/d"])
    }

    /// A prefix may be one of the whole name or of the execution's id.
    @Test(arguments: [("wf-1/", 3), ("exec-1", 1), ("wf-2", 0), ("xec", 0)])
    func prefixesAreOfNamesAndOfIds(_ prefix: String, _ count: Int) async throws {
        #expect(try await world([3]).names { $0.namePrefix = prefix }.count == count)
    }

    @Test func aDefinitionThatGoesMeanwhileIsNoError() async throws {
        let world = world([1, 1])
        world.dashboard.fail("GET /api/workflows/wf-1/executions", with: .error(404, code: 0, "Workflow not found"))
        #expect(try await world.names() == ["wf-2/exec-0"])
        world.dashboard.fail("GET /api/workflows/wf-1/executions", with: .error(404, code: 0, "Workflow not found"))
        await #expect(throws: BackendError.notFound("Workflow not found")) {
            try await world.names { $0.definition = "wf-1" }
        }
    }

    @Test(arguments: ["{}", #"{"executions":{}}"#, "[]"]) func whatIsNoListIsAnError(_ answer: String) async throws {
        let world = world([1])
        world.dashboard.fail("GET /api/workflows/wf-1/executions", with: .answer(.json(answer)))
        await #expect(throws: BackendError.self) { try await world.names { $0.definition = "wf-1" } }
    }

    @Test(arguments: [
        ("wf-1/exec-1", "wf-1/exec-1"), ("exec-2", "wf-1/exec-2"), ("@latest", "wf-2/exec-0"),
        ("wf-1/@latest", "wf-1/exec-2"),
    ])
    func executionsAreCalledInSeveralWays(_ word: String, _ name: String) async throws {
        #expect(try await world([3, 1]).get(word) == name)
    }

    @Test func anIdThatSeveralDefinitionsHaveIsNotGuessed() async throws {
        let world = world([3, 1])
        await #expect(
            throws: BackendError.invalid("'exec-0' is an execution of several workflows: wf-1/exec-0, wf-2/exec-0")
        ) { try await world.get("exec-0") }
    }

    @Test(arguments: [
        "exec-9", "wf-9/exec-0", "wf-1/exec-9", "", "/", "wf-1/", "/exec-0", "wf-1/exec-0/", "wf-3/@latest", "..",
    ])
    func whatIsNotThereIsNotFound(_ word: String) async throws {
        let world = world([3, 1, 0])
        do {
            Issue.record("found \(try await world.get(word))")
        } catch BackendError.notFound {}
    }
}
