import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct ArgoLinterTests {
    @Test(
        arguments: [
            (nil, "/workflows/argo/lint", #"{"namespace":"argo","workflow":{"a":1}}"#),
            (.workflowTemplate, "/workflow-templates/argo/lint", #"{"namespace":"argo","template":{"a":1}}"#),
            (.clusterWorkflowTemplate, "/cluster-workflow-templates/lint", #"{"template":{"a":1}}"#),
            (.cronWorkflow, "/cron-workflows/argo/lint", #"{"namespace":"argo","cronWorkflow":{"a":1}}"#),
        ] as [(ResourceKind?, String, String)])
    func asksTheEndpointOfTheKind(_ kind: ResourceKind?, _ path: String, _ body: String) async throws {
        let request = try ArgoEndpoints.lint(kind, ["a": 1], namespace: "argo").request(at: "http://argo", headers: [])
        #expect(request.method == .post)
        #expect(request.url == "http://argo/api/v1" + path)
        #expect(String(decoding: request.body ?? [], as: UTF8.self) == body)
    }

    @Test(arguments: [nil, .workflowTemplate, .clusterWorkflowTemplate, .cronWorkflow] as [ResourceKind?])
    func hasNothingAgainstAGoodManifest(_ kind: ResourceKind?) async throws {
        let (backend, _) = ArgoListTests.backend(FakeArgoServer())
        #expect(try await backend.linter().problem(with: ["kind": "x"], kind: kind, namespace: "argo") == nil)
    }

    /// A workflow's faults come as 500, those of other kinds as 400, and a template that is not there as 404.
    @Test(arguments: [(500, 2), (400, 3), (404, 5)])
    func aVerdictIsNoFailure(_ status: Int, _ code: Int) async throws {
        let argo = FakeArgoServer()
        argo.fail("POST /api/v1/workflows/argo/lint", with: .error(status, code: code, "spec.entrypoint is required"))
        let (backend, _) = ArgoListTests.backend(argo)
        let problem = try await backend.linter().problem(with: [:], kind: nil, namespace: "argo")
        #expect(problem == "spec.entrypoint is required")
    }

    @Test func aServerThatRefusesToLookHasNoOpinion() async throws {
        let argo = FakeArgoServer()
        argo.fail("POST /api/v1/workflows/argo/lint", with: .error(403, code: 7, "no"))
        let (backend, _) = ArgoListTests.backend(argo)
        await #expect(throws: BackendError.forbidden("no (no credentials were sent)")) {
            _ = try await backend.linter().problem(with: [:], kind: nil, namespace: "argo")
        }
    }
}
