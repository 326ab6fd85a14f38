import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Updates of stored objects whose answers are lost.
@Suite struct ReplacementTests {
    static let route = "PUT /api/v1/workflow-templates/argo/build"

    static func site(_ faults: FakeArgoServer.Fault...) throws -> (FakeArgoServer, any ResourceService) {
        let argo = FakeArgoServer()
        argo.add(
            .workflowTemplate,
            #"{"metadata":{"name":"build","namespace":"argo","resourceVersion":"7"},"spec":{"old":true}}"#)
        for fault in faults { argo.fail(route, with: fault) }
        return (argo, try ArgoListTests.backend(argo).0.resources(.workflowTemplate))
    }

    static let manifest: ValueTree = ["metadata": ["name": "build"], "spec": ["new": true]]

    @Test(arguments: ExactlyOnceTests.losses) func aLostAnswerIsFoundAgain(_ loss: LoopbackAnswer) async throws {
        let (argo, service) = try Self.site(.lost(loss))
        #expect(try await service.update(Self.manifest, namespace: "argo").document["spec"]?.tree == ["new": true])
        #expect(argo.requests.map(\.method) == ["GET", "PUT", "GET"])
    }

    @Test(arguments: ExactlyOnceTests.losses) func whatWasNotReplacedIsSentAgain(_ loss: LoopbackAnswer) async throws {
        let (argo, service) = try Self.site(.answer(loss))
        _ = try await service.update(Self.manifest, namespace: "argo")
        #expect(argo.resources(.workflowTemplate).map { $0["spec"] } == [["new": true]])
        #expect(argo.requests.map(\.method) == ["GET", "PUT", "GET", "PUT"])
    }

    @Test func aChangeOfSomebodyElseIsAConflict() async throws {
        let (argo, service) = try Self.site()
        var stale = Self.manifest
        stale[path: "metadata", "resourceVersion"] = "6"
        await #expect {
            _ = try await service.update(stale, namespace: "argo")
        } throws: { error in
            if case .conflict? = error as? BackendError { true } else { false }
        }
        #expect(argo.resources(.workflowTemplate).map { $0["spec"] } == [["old": true]])
    }

    @Test func whatCannotBeFoundOutIsSaid() async throws {
        let (argo, service) = try Self.site(.lost(.silence))
        var stale = Self.manifest
        stale[path: "metadata", "resourceVersion"] = "7"
        argo.fail("GET /api/v1/workflow-templates/argo/build", with: .error(403, code: 7, "no"))
        await #expect(
            throws: BackendError.unsettled(
                UnsettledWrite(
                    kind: "workflow template", name: "build", isReplacement: true, loss: "no answer came",
                    obstacle: "no (no credentials were sent)"))
        ) {
            _ = try await service.update(stale, namespace: "argo")
        }
    }
}
