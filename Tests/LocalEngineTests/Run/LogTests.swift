import DocumentKit
import Foundation
import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

@Suite(.timeLimit(.minutes(5))) struct LogTests {
    private let fixture: LocalFixture

    init() throws { fixture = try LocalFixture() }

    private func runTwoPods() async throws {
        let done = try await fixture.run(
            workflow(
                steps("main", [call("a", "p", ["n": "a"])], [call("b", "p", ["n": "b"])]),
                shell("p", "for i in 1 2 3; do echo {{inputs.parameters.n}}$i; done", inputs: ["n"])))
        #expect(done.phase == .succeeded)
    }

    @Test func showsAllPodsInTheOrderOfTime() async throws {
        try await runTwoPods()
        #expect(try await fixture.logs("demo") == ["a1", "a2", "a3", "b1", "b2", "b3"])
    }

    @Test func showsOnePod() async throws {
        try await runTwoPods()
        let pod = PodName.podName(workflow: "demo", node: "demo[1].b", template: "p")
        #expect(try await fixture.logs("demo") { $0.pod = pod } == ["b1", "b2", "b3"])
        await #expect(throws: BackendError.notFound("workflow 'demo' has no pod 'other'")) {
            try await fixture.logs("demo") { $0.pod = "other" }
        }
    }

    @Test func narrowsDown() async throws {
        try await runTwoPods()
        #expect(try await fixture.logs("demo") { $0.tail = 1 } == ["a3", "b3"])
        #expect(try await fixture.logs("demo") { $0.tail = 0 } == [])
        #expect(try await fixture.logs("demo") { $0.tail = .max }.count == 6)
        #expect(try await fixture.logs("demo") { $0.grep = "^[ab](1|3)$" } == ["a1", "a3", "b1", "b3"])
        #expect(try await fixture.logs("demo") { $0.sinceSeconds = 3600 }.count == 6)
        #expect(try await fixture.logs("demo") { $0.sinceSeconds = -3600 } == [])
    }

    @Test func beginsWithTheVeryMomentThatIsAskedFor() async throws {
        try await runTwoPods()
        var times: [Timestamp] = []
        try await fixture.workflows.logs(LogQuery(workflow: fixture.reference("demo"))) { entry in
            if let time = entry.time { times.append(time) }
        }
        let start = try #require(times.dropFirst(3).first)
        let lines = try await fixture.logs("demo") { query in
            query.sinceSeconds = 3600
            query.sinceTime = start
        }
        #expect(lines == ["b1", "b2", "b3"])
    }

    @Test func tellsTheTimesOfLines() async throws {
        try await runTwoPods()
        var times: [Timestamp] = []
        try await fixture.workflows.logs(LogQuery(workflow: fixture.reference("demo"))) { entry in
            #expect(entry.timeText.count == 30 && Timestamp(rfc3339: entry.timeText.span) == entry.time)
            if let time = entry.time { times.append(time) }
        }
        #expect(times.count == 6 && times == times.sorted())
    }

    @Test func refusesWhatItCannotShow() async throws {
        try await runTwoPods()
        await #expect(throws: BackendError.unsupported("logs of an earlier instance", by: .local)) {
            try await fixture.logs("demo") { $0.previous = true }
        }
        await #expect(throws: BackendError.unsupported("selectors for pods", by: .local)) {
            try await fixture.logs("demo") { $0.selector = "a=b" }
        }
        await #expect(throws: BackendError.self) { try await fixture.logs("demo") { $0.grep = "(" } }
        await #expect(throws: BackendError.invalid("there is no container 'wait': pods have only 'main' here")) {
            try await fixture.logs("demo") { $0.container = "wait" }
        }
        await #expect(throws: BackendError.notFound("workflow 'gone' not found")) {
            try await fixture.logs("gone")
        }
    }

    /// The pod goes on only when what it printed has been seen.
    @Test func followsWhileItIsWritten() async throws {
        let gate = "\(fixture.root)/gate"
        try await fixture.submit(
            workflow(
                steps("main", [call("a", "p")], [call("b", "q")]),
                shell("p", "echo first; until [ -e \(gate) ]; do sleep 0.01; done; printf 'no newline'"),
                shell("q", "echo second")))
        var query = LogQuery(workflow: fixture.reference("demo"))
        query.follows = true
        var lines: [String] = []
        try await fixture.workflows.logs(query) { entry in
            lines.append(String(decoding: entry.content, as: UTF8.self))
            if lines == ["first"] { try Files.create([], at: gate) }
        }
        #expect(lines == ["first", "no newline", "second"])
        #expect(try await fixture.workflows.get(fixture.reference("demo")).phase == .succeeded)
    }

    /// The runner ends before its folder goes, which must not pass for the run's own end.
    @Test func followingEndsWhenTheRunIsDeleted() async throws {
        try await fixture.submit(workflow(shell("main", "echo first; sleep 600")))
        let fixture = fixture
        var query = LogQuery(workflow: fixture.reference("demo"))
        query.follows = true
        var lines: [String] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (started, starting) = AsyncStream<Void>.makeStream()
            group.addTask {
                for await _ in started { break }
                try await fixture.workflows.delete(fixture.reference("demo"), force: false)
            }
            await #expect(throws: BackendError.deleted("demo")) {
                try await fixture.workflows.logs(query) { entry in
                    lines.append(String(decoding: entry.content, as: UTF8.self))
                    starting.yield()
                }
            }
            try await group.waitForAll()
        }
        #expect(lines == ["first"])
    }

    @Test func manyLinesOfManyPodsKeepTheirOrder() async throws {
        let calls = (0..<8).map { call("s\($0)", "p", ["n": "\($0)"]) }
        var main = steps("main")
        main["steps"] = .array([.array(calls)])
        let done = try await fixture.run(
            workflow(main, shell("p", "seq -f '{{inputs.parameters.n}} %g' 1 2000", inputs: ["n"])))
        #expect(done.phase == .succeeded)
        let lines = try await fixture.logs("demo")
        #expect(lines.count == 16_000)
        for pod in 0..<8 {
            let own = lines.filter { $0.hasPrefix("\(pod) ") }
            #expect(own == (1...2000).map { "\(pod) \($0)" })
        }
    }
}
