import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct ArgoBackendTests {
    static let job = WorkflowReference(namespace: "argo", name: "job")

    static func manifest(_ json: String) throws -> ValueTree { try JSONReader.read(Array(json.utf8)).root.tree }

    @Test func getsAWorkflowAndTheLatest() async throws {
        let argo = FakeArgoServer()
        argo.add("old")
        argo.add("job", phase: .failed)
        let (backend, _) = ArgoListTests.backend(argo)
        let workflow = try await backend.workflows.get(Self.job)
        #expect(workflow.name == "job" && workflow.phase == .failed)
        let latest = WorkflowReference(namespace: "argo", name: "@latest")
        #expect(try await backend.workflows.get(latest, fields: .status).name == "job")
        await #expect(throws: BackendError.notFound("no workflows found")) {
            _ = try await backend.workflows.get(WorkflowReference(namespace: "empty", name: "@latest"))
        }
    }

    @Test func usesTheStatusRouteWhereTheServerKnowsNoOther() async throws {
        var behaviour = FakeArgoServer.Behaviour()
        behaviour.speaksOldDialect = true
        let argo = FakeArgoServer(behaviour)
        argo.add("job", phase: .failed)
        let (backend, _) = ArgoListTests.backend(argo)
        let workflow = try await backend.workflows.get(Self.job, fields: .status)
        #expect([workflow.name, workflow.namespace, workflow.phaseText] == ["job", "argo", "Failed"])
        #expect(argo.requests.map(\.path) == ["/api/v1/workflows/argo/job", "/api/v1/workflows/argo/job/status"])
        await #expect(throws: BackendError.notFound("Item not found.")) {
            _ = try await backend.workflows.get(WorkflowReference(namespace: "argo", name: "gone"))
        }
    }

    @Test(arguments: [#"{"status":{"phase":"Failed"},"metadata":{"name":"x"}}"#, #"{"metadata":{"name":"x"}}"#])
    func takesAWholeWorkflowFromTheStatusRoute(_ body: String) async throws {
        let (backend, _) = ArgoListTests.backend { $0.path.hasSuffix("/status") ? .json(body) : nil }
        #expect(try await backend.workflows.get(Self.job).name == "x")
    }

    @Test func reportsTheFirstErrorWhenNoRouteIsKnown() async {
        let (backend, transport) = ArgoListTests.backend { request in
            request.path.hasSuffix("/status") ? .text("second", status: 404) : .text("first", status: 404)
        }
        await #expect(throws: BackendError.server(status: 404, message: "first")) {
            _ = try await backend.workflows.get(Self.job)
        }
        #expect(transport.requests.count == 2)
    }

    @Test func asksNoOtherRouteForAWorkflowThatIsNotThere() async {
        let argo = FakeArgoServer()
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: BackendError.notFound(#"workflows.argoproj.io "job" not found"#)) {
            _ = try await backend.workflows.get(Self.job)
        }
        #expect(argo.requests.count == 1)
    }

    @Test func submitsOnceAndGivesBackWhatWasStored() async throws {
        let argo = FakeArgoServer()
        let (backend, _) = ArgoListTests.backend(argo)
        let manifest = try Self.manifest(#"{"metadata":{"generateName":"job-"},"spec":{"a":1.0}}"#)
        let workflow = try await backend.workflows.submit(Submission(.manifest(manifest), namespace: "argo"))
        #expect(workflow.name.wholeMatch(of: /job-[bcdfghjklmnpqrstvwxz2456789]{5}/) != nil)
        #expect(argo.workflows.map { $0["spec"] } == [["a": .number("1.0")]])
        let rehearsal = Submission(.manifest(manifest), namespace: "argo", dryRun: .server)
        #expect(try await backend.workflows.submit(rehearsal).uid.isEmpty == false)
        let check = Submission(.manifest(manifest), namespace: "argo", dryRun: .client)
        #expect(try await backend.workflows.submit(check).uid.isEmpty)
        #expect(argo.workflows.count == 1)
    }

    @Test func submitsATemplateWithOptions() async throws {
        let argo = FakeArgoServer()
        argo.add(.workflowTemplate, #"{"metadata":{"name":"t","namespace":"argo"}}"#)
        let (backend, _) = ArgoListTests.backend(argo)
        var options = SubmitOptions()
        options.parameters = [.init(name: "a", value: "1=2")]
        options.priority = 5
        let source = Submission.Source.resource(.workflowTemplate, name: "t", options: options)
        let workflow = try await backend.workflows.submit(Submission(source, namespace: "argo"))
        #expect(workflow.name.wholeMatch(of: /t-[bcdfghjklmnpqrstvwxz2456789]{5}/) != nil)
        #expect(workflow.priority == 5)
        #expect(workflow.document[path: "spec", "arguments"]?.tree == ["parameters": [["name": "a", "value": "1=2"]]])
        let missing = Submission(.resource(.workflowTemplate, name: "u", options: options), namespace: "argo")
        await #expect(throws: BackendError.notFound(#"workflowtemplates.argoproj.io "u" not found"#)) {
            _ = try await backend.workflows.submit(missing)
        }
    }

    @Test(arguments: ["{}", "", " "]) func deletesQuietly(_ answer: String) async throws {
        let (backend, transport) = ArgoListTests.backend { _ in .json(answer) }
        if answer == " " {
            await #expect(throws: BackendError.self) { try await backend.workflows.delete(Self.job, force: true) }
        } else {
            try await backend.workflows.delete(Self.job, force: true)
        }
        #expect(Set(transport.requests.map(\.url)) == ["http://argo:2746/api/v1/workflows/argo/job?force=true"])
    }

    @Test func doesNotTakeTheUserInterfaceForADeletion() async {
        var behaviour = FakeArgoServer.Behaviour()
        behaviour.basePath = "/argo"
        let (backend, _) = ArgoListTests.backend(FakeArgoServer(behaviour))
        await #expect {
            try await backend.workflows.delete(Self.job, force: false)
        } throws: { error in
            if case .malformed? = error as? BackendError { true } else { false }
        }
    }

    @Test func tellsTheServersVersion() async throws {
        let (backend, _) = ArgoListTests.backend(FakeArgoServer())
        #expect(try await backend.serverVersion()?["version"]?.string == "v4.1.2")
        #expect(backend.address == "argo:2746")
    }
}
