import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Logs of executions, and their end before their time.
@Suite struct NightcrawlerRunTests {
    private func lines(_ world: NightcrawlerWorld, _ change: (inout LogQuery) -> Void = { _ in }) async throws
        -> [String]
    {
        var query = LogQuery(workflow: WorkflowReference(namespace: "", name: "wf/e"))
        change(&query)
        var lines: [String] = []
        try await world.backend.workflows.logs(query) { entry in
            lines.append(
                "\(entry.pod) \(String(decoding: entry.timeText, as: UTF8.self)) \(String(decoding: entry.content, as: UTF8.self))"
            )
        }
        return lines
    }

    private func world(_ status: String = "completed") -> NightcrawlerWorld {
        let world = NightcrawlerWorld()
        world.dashboard.add(
            "e", to: "wf", status: status, [("Prepare", ["one", "two", "three"]), ("Train", ["four"])])
        return world
    }

    @Test func linesComeWithStepsAndMoments() async throws {
        #expect(
            try await lines(world()) == [
                "Prepare 2026-01-01T00:00:01Z one", "Prepare 2026-01-01T00:00:01Z two",
                "Prepare 2026-01-01T00:00:01Z three", "Train 2026-01-01T00:00:01Z four",
            ])
    }

    @Test func aLogIsNarrowedDownHere() async throws {
        let world = world()
        #expect(try await lines(world) { $0.pod = "Train" }.count == 1)
        #expect(try await lines(world) { $0.tail = 1 }.map { $0.suffix(5) } == ["three", " four"])
        #expect(try await lines(world) { $0.grep = "^t" }.count == 2)
        // The clock says the second of January, 03:04:05.
        #expect(try await lines(world) { $0.sinceSeconds = 86_400 } == [])
        #expect(try await lines(world) { $0.sinceSeconds = 200_000 }.count == 4)
    }

    @Test func aStepThatIsNotThereIsSaid() async throws {
        await #expect(throws: BackendError.notFound("workflow 'wf/e' has no step 'Deploy'")) {
            try await lines(world()) { $0.pod = "Deploy" }
        }
    }

    @Test func followingBringsEachLineOnceUntilTheEnd() async throws {
        let world = world("running")
        var query = LogQuery(workflow: WorkflowReference(namespace: "", name: "wf/e"))
        query.follows = true
        var lines = 0
        var pauses = 0
        try await world.backend.workflows.logs(query) { _ in
            lines += 1
        } between: { _ in
            pauses += 1
            if pauses == 4 { world.dashboard.set("completed", of: "e", in: "wf") }
        }
        #expect(lines == 4)
        #expect(pauses == 5)
        // The longer nothing comes, the longer the pause.
        #expect(world.time.sleeps == [.milliseconds(200), .milliseconds(200), .milliseconds(400), .milliseconds(800)])
    }

    @Test func cancellingIsAnsweredWithTheStateThen() async throws {
        let world = world("running")
        let reference = WorkflowReference(namespace: "", name: "e")
        let workflow = try await world.backend.workflows.perform(.terminate, on: reference)
        #expect(workflow.document["status"]?.string == "cancelling")
        #expect(workflow.phase == .running && !workflow.isFinished)
        world.dashboard.set("cancelled", of: "e", in: "wf")
        let ended = try await world.backend.workflows.get(reference)
        #expect(ended.outcome == .failed && ended.statusText == "Failed (Terminated)")
    }

    @Test(arguments: ["completed", "failed", "cancelled"])
    func whatIsOverIsNotCancelled(_ status: String) async throws {
        await #expect(throws: BackendError.conflict("workflow 'wf/e' is over: \(status)")) {
            _ = try await world(status).backend.workflows.perform(
                .terminate, on: WorkflowReference(namespace: "", name: "wf/e"))
        }
    }

    @Test func aRefusalThatComesAsASuccessIsNone() async throws {
        let world = world("running")
        world.dashboard.fail(
            "POST /api/workflows/wf/executions/e/cancel",
            with: .answer(.json(#"{"success":false,"message":"not yours"}"#)))
        await #expect(throws: BackendError.conflict("not yours")) {
            _ = try await world.backend.workflows.perform(
                .terminate, on: WorkflowReference(namespace: "", name: "wf/e"))
        }
    }

    @Test func aRunIsFollowedByLookingAtIt() async throws {
        let world = world("running")
        var follower = RunFollower(service: world.backend.workflows, patience: WatchPatience(random: { 0 }))
        follower.time = world.time.timeAndChance
        var states: [String] = []
        let ending = try await follower.follow(WorkflowReference(namespace: "", name: "wf/@latest")) { news in
            guard case .state(let workflow) = news else { return }
            states.append(workflow.name)
            if states.count == 5 { world.dashboard.set("failed", of: "e", in: "wf") }
        }
        guard case .over(let workflow) = ending else {
            Issue.record("\(ending)")
            return
        }
        #expect(workflow.phase == .failed && workflow.message == "it went wrong")
        #expect(states == Array(repeating: "wf/e", count: 5))
    }
}
