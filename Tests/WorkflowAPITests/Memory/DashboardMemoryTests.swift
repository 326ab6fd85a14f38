import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// What is known of a dashboard from one command to the next.
@Suite struct DashboardMemoryTests {
    static func backend(_ file: ServerMemoryTests.File, _ dashboard: FakeDashboard) -> NightcrawlerBackend {
        NightcrawlerBackend(
            ServerConfiguration(baseURL: "http://dashboard.test", address: "dashboard.test"),
            transport: StubTransport(handler: dashboard.handler), memory: file.memory(), time: file.time.timeAndChance)
    }

    static func requests(_ dashboard: FakeDashboard, _ work: () async throws -> Void) async throws -> Int {
        let count = dashboard.requests.count
        try await work()
        return dashboard.requests.count - count
    }

    static let bare = WorkflowReference(namespace: "", name: "e")

    static func dashboard() -> FakeDashboard {
        let dashboard = FakeDashboard()
        for number in 1...5 { dashboard.define("wf-\(number)") }
        dashboard.add("e", to: "wf-3", status: "running")
        return dashboard
    }

    @Test func theDefinitionOfAnExecutionIsLookedForOnce() async throws {
        let (file, dashboard) = (ServerMemoryTests.File(), Self.dashboard())
        func get() async throws {
            #expect(try await Self.backend(file, dashboard).workflows.get(Self.bare).name == "wf-3/e")
        }
        // The list of definitions, and one question to each.
        #expect(try await Self.requests(dashboard, get) == 6)
        #expect(try await Self.requests(dashboard, get) == 1)
        file.text = file.text?.replacing("wf-3", with: "wf-4")
        #expect(try await Self.requests(dashboard, get) == 7)
        #expect(try await Self.requests(dashboard, get) == 1)
        file.text = file.text?.replacing("wf-3", with: "..")
        try await get()
    }

    /// What ends a run is sure which one is meant.
    @Test func anOrderTrustsNoMemory() async throws {
        let (file, dashboard) = (ServerMemoryTests.File(), Self.dashboard())
        _ = try await Self.backend(file, dashboard).workflows.get(Self.bare)
        dashboard.add("e", to: "wf-1", status: "running")
        await #expect(throws: BackendError.invalid("'e' is an execution of several workflows: wf-1/e, wf-3/e")) {
            try await Self.backend(file, dashboard).workflows.perform(.terminate, on: Self.bare)
        }
    }

    @Test func wordsThatADashboardRefusesAreTriedOnce() async throws {
        let (file, dashboard) = (ServerMemoryTests.File(), Self.dashboard())
        dashboard.change { $0.rejectsUndocumentedStatus = true }
        func list() async throws {
            var query = WorkflowQuery(namespace: nil)
            query.phases = [.running]
            var names: [String] = []
            try await Self.backend(file, dashboard).workflows.list(query) { names.append($0.name) }
            #expect(names == ["wf-3/e"])
        }
        let first = try await Self.requests(dashboard, list)
        // The definitions, and one list of each.
        #expect(try await Self.requests(dashboard, list) == 6)
        #expect(first > 6)
    }
}
