import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Executions and definitions whose answers are lost: a dashboard knows no request ids.
@Suite(.timeLimit(.minutes(5))) struct SettledWriteTests {
    private static let route = "POST /api/workflows/wf/execute"

    private func world() -> NightcrawlerWorld {
        let world = NightcrawlerWorld()
        world.dashboard.add("old", to: "wf")
        return world
    }

    @Test func aGoodAnswerIsTheExecution() async throws {
        let world = world()
        let workflow = try await world.execute("wf", ["size": "64", "data": "s3://x"])
        #expect(workflow.name == "wf/exec-3")
        #expect(workflow.phase == .running && workflow.estimatedDuration == .seconds(4_500))
        #expect(world.posts == [#"{"parameters":{"data":"s3://x","size":64}}"#])
    }

    static let losses: [FakeArgoServer.Fault] = [
        .lost(.silence), .cut(after: 0), .cut(after: 20), .lost(.html("<html>", status: 502)),
        .lost(.json(#"{"error":"boom"}"#, status: 500)), .lost(.json("{}")), .lost(.html("<html>")),
    ]

    /// The one that is new and was started with the same parameters is the one.
    @Test(arguments: losses) func aLostAnswerIsFoundInTheList(_ loss: FakeArgoServer.Fault) async throws {
        let world = world()
        world.dashboard.fail(Self.route, with: loss)
        let workflow = try await world.execute("wf", ["size": "64"])
        #expect(world.posts.count == 1)
        #expect(world.dashboard.executions(of: "wf").count == 2)
        #expect(workflow.name == "wf/\(world.dashboard.executions(of: "wf")[0]["id"]?.string ?? "")")
        // It is likely and no proof, so it is said.
        #expect(world.warnings.all.count == 1)
        #expect(world.warnings.all[0].hasSuffix("has appeared since, is what was asked for, and is taken for it"))
    }

    @Test(arguments: losses) func whenTwoAreNewNobodyCanTell(_ loss: FakeArgoServer.Fault) async throws {
        let world = world()
        world.dashboard.addWhenAsked("other", to: "wf")
        world.dashboard.fail(Self.route, with: loss)
        let error = await thrown { _ = try await world.execute("wf", ["size": "64"]) }
        guard case .unsettled(let write) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(write.kind == "an execution of workflow" && write.name == "wf")
        #expect(write.obstacle == "several have appeared since, and nothing tells which is this one: exec-4, other")
        #expect(world.posts.count == 1)
    }

    /// A request of which nothing is known may still be on its way: another one could be the second.
    @Test(arguments: [FakeArgoServer.Fault.silence, .answer(.html("<html>", status: 504)), .answer(.json(""))])
    func whatIsNotInTheListIsNotSentAgain(_ loss: FakeArgoServer.Fault) async throws {
        let world = world()
        world.dashboard.fail(Self.route, with: loss)
        let error = await thrown { _ = try await world.execute("wf") }
        guard case .unsettled(let write) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(write.obstacle == "none is there yet, and one may still appear")
        #expect(world.posts.count == 1)
        #expect(world.dashboard.executions(of: "wf").count == 1)
    }

    /// These say that the server is done with the request, or has not begun.
    @Test(arguments: [500, 503, 429]) func aRefusalThatPassesIsTriedAgain(_ status: Int) async throws {
        let world = world()
        world.dashboard.fail(Self.route, with: .error(status, code: 0, "later"))
        #expect(try await world.execute("wf").phase == .running)
        #expect(world.posts.count == 2)
        #expect(world.dashboard.executions(of: "wf").count == 2)
    }

    @Test(arguments: [400, 401, 403, 404, 409]) func aRefusalThatLastsIsSaid(_ status: Int) async throws {
        let world = world()
        world.dashboard.fail(Self.route, with: .error(status, code: 0, "no"))
        let error = await thrown { _ = try await world.execute("wf") }
        #expect(error?.message.hasPrefix("no") == true)
        #expect(error?.saying { _ in "no" } == BackendError(status: status, message: "no"))
        #expect(world.posts.count == 1)
    }

    @Test func whoMayNotLookMayStillStart() async throws {
        let world = world()
        let list = "GET /api/workflows/wf/executions"
        world.dashboard.fail(list, with: .error(403, code: 0, "no"))
        #expect(try await world.execute("wf").phase == .running)
        world.dashboard.fail(list, with: .error(403, code: 0, "no"))
        world.dashboard.fail(Self.route, with: .lost(.silence))
        guard case .unsettled(let write) = await thrown({ _ = try await world.execute("wf") }) else {
            Issue.record("it was settled")
            return
        }
        #expect(write.obstacle == "the list of them may not be read")
    }

    @Test func aDefinitionIsCreatedOnce() async throws {
        let world = world()
        world.dashboard.fail("POST /api/workflows", with: .lost(.silence))
        let definitions = try world.backend.resources(.workflowTemplate)
        let created = try await definitions.create(["name": "New", "priority": "high"], namespace: "")
        #expect(created.document["name"]?.string == "New")
        #expect(world.dashboard.definitions.count == 2)
    }

    @Test func whatIsReplacedTwiceIsReplacedOnce() async throws {
        let world = world()
        world.dashboard.fail("PUT /api/workflows/wf", with: .lost(.json(#"{"error":"x"}"#, status: 502)))
        let definitions = try world.backend.resources(.workflowTemplate)
        let updated = try await definitions.update(["id": "wf", "priority": "low"], namespace: "")
        #expect(updated.document["priority"]?.string == "low")
        #expect(world.dashboard.requests.filter { $0.method == "PUT" }.map(\.text).last == #"{"priority":"low"}"#)
        try await definitions.delete("wf", namespace: "")
        #expect(world.dashboard.definitions.isEmpty)
    }

    /// libcurl sends a request again by itself when a connection that was used before closes without an answer.
    @Test func aWriteIsNotSentAgainBehindOurBack() async throws {
        let dashboard = FakeDashboard()
        dashboard.add("old", to: "wf")
        dashboard.fail(Self.route, with: .lost(.raw([.cut])))
        let server = try LoopbackServer(handler: dashboard.handler)
        let backend = NightcrawlerBackend(
            ServerConfiguration(baseURL: server.url, address: server.authority), transport: URLSessionTransport())
        let source = Submission.Source.resource(.workflowTemplate, name: "wf", options: SubmitOptions())
        _ = try await backend.workflows.submit(Submission(source, namespace: ""))
        #expect(dashboard.executions(of: "wf").count == 2)
        let posts = server.requests.filter { $0.method == "POST" }
        #expect(posts.count == 1)
        // It did not come on the connection of the list before it.
        #expect(server.requests.filter { $0.connection == posts.first?.connection }.count == 1)
    }

    private func thrown(_ body: () async throws -> Void) async -> BackendError? {
        do {
            try await body()
            return nil
        } catch { return error as? BackendError }
    }
}
