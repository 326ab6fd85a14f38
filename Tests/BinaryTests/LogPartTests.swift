import TestSupport
import Testing
import WorkflowAPI
import WorkflowModel

/// What `logs` prints where one of several logs, or the workflow beside its log, cannot be read.
@Suite(.timeLimit(.minutes(5))) struct LogPartTests {
    static let log = "GET /api/v1/workflows/argo/job/log"

    private static func argo() -> FakeArgoServer {
        let nodes = ["a", "b"].map {
            #""job-\#($0)":{"id":"job-\#($0)","name":"\#($0)","displayName":"\#($0)","type":"Pod","#
                + #""templateName":"sh","phase":"Failed","startedAt":"2026-01-02T03:00:00Z"}"#
        }
        let argo = FakeArgoServer()
        argo.add(
            workflow: """
                {"metadata":{"name":"job","namespace":"argo","uid":"u",
                  "annotations":{"workflows.argoproj.io/pod-name-format":"v1"}},
                 "spec":{"templates":[{"name":"sh","container":{}}]},
                 "status":{"phase":"Failed","finishedAt":"2026-01-02T03:01:00Z","nodes":{\(nodes.joined(separator: ","))}}}
                """)
        return argo
    }

    private static func run(_ argo: FakeArgoServer, _ arguments: String...) async throws -> ChildProcess.Result {
        let server = try LoopbackServer(handler: argo.handler)
        return try await Executable(at: server.url, companion: server).run(["logs", "job"] + arguments)
    }

    @Test func onePodsFaultDoesNotHideTheOthers() async throws {
        let argo = Self.argo()
        argo.log("job", pod: "job-b", "b1")
        argo.fail(Self.log, with: .error(404, code: 5, "pods \"job-a\" not found"))
        let result = try await Self.run(argo, "--failed")
        #expect(result.out == "job-b: b1\n")
        #expect(result.err.hasPrefix("wfctl: the log of container 'main' of pod 'job-a': pods \"job-a\" not found\n"))
        #expect(result.status == 5)
    }

    @Test func oneContainersFaultDoesNotHideTheOthers() async throws {
        let argo = Self.argo()
        argo.log("job", pod: "job-a", "a1")
        argo.fail(Self.log, with: .error(400, code: 3, "container init is not valid"))
        let result = try await Self.run(argo, "-c", "all")
        #expect(result.out == "job-a/main: a1\n")
        #expect(result.err.contains("the log of the containers 'init': container init is not valid"))
        #expect(result.status == 2)
    }

    @Test func anEmptyLogOfAWorkflowThatMayNotBeSeenNamesWhatIsMissing() async throws {
        let argo = Self.argo()
        argo.fail("GET /api/v1/workflows/argo/job", with: .error(403, code: 7, "cannot get workflows"))
        let result = try await Self.run(argo)
        #expect(result.out == "")
        #expect(
            result.err.contains("looking at workflow 'job', which knows of kept logs, is refused: cannot get workflows")
        )
        #expect(result.status == 0)
    }

    @Test func anEmptyLogOfAWorkflowThatIsGoneIsNotFound() async throws {
        let argo = Self.argo()
        argo.fail("GET /api/v1/workflows/argo/job", with: .error(404, code: 5, "workflows \"job\" not found"))
        let result = try await Self.run(argo)
        #expect(result.status == 5, "\(result.err)")
    }
}
