import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct ArgoResourceTests {
    static func service(_ kind: ResourceKind, _ argo: FakeArgoServer) throws -> any ResourceService {
        try ArgoListTests.backend(argo).0.resources(kind)
    }

    static func template(_ name: String, _ version: String = "1") -> ValueTree {
        ["metadata": ["name": .string(name)], "spec": ["version": .string(version)]]
    }

    @Test(arguments: ResourceKind.allCases) func createsReadsChangesAndDeletes(_ kind: ResourceKind) async throws {
        let argo = FakeArgoServer()
        let service = try Self.service(kind, argo)
        let created = try await service.create(Self.template("a"), namespace: "argo")
        #expect(created.name == "a" && created.kind == kind)
        await #expect(throws: BackendError.conflict(#"\#(kind.crdPlural).argoproj.io "a" already exists"#)) {
            _ = try await service.create(Self.template("a"), namespace: "argo")
        }
        let changed = try await service.update(Self.template("a", "2"), namespace: "argo")
        #expect(changed.document[path: "spec", "version"]?.string == "2")
        #expect(try await service.get("a", namespace: "argo").resourceVersion == changed.resourceVersion)
        try await service.delete("a", namespace: "argo")
        await #expect(throws: BackendError.notFound(#"\#(kind.crdPlural).argoproj.io "a" not found"#)) {
            try await service.delete("a", namespace: "argo")
        }
    }

    @Test func listsPageAfterPage() async throws {
        let argo = FakeArgoServer()
        for name in ["a", "b", "c", "d", "e"] {
            argo.add(.cronWorkflow, #"{"metadata":{"name":"\#(name)","namespace":"argo","labels":{"x":"y"}}}"#)
        }
        argo.add(.cronWorkflow, #"{"metadata":{"name":"f","namespace":"other"}}"#)
        let service = try Self.service(.cronWorkflow, argo)
        func names(_ query: ResourceQuery) async throws -> [String] {
            var names: [String] = []
            try await service.list(query) { names.append($0.name) }
            return names
        }
        var query = ResourceQuery(namespace: "argo")
        query.pageSize = 2
        #expect(try await names(query) == ["a", "b", "c", "d", "e"])
        #expect(argo.requests.map { $0[query: "listOptions.continue"] } == [nil, "after-b", "after-d"])
        query.namespace = nil
        #expect(try await names(query).count == 6)
        query.labelSelector = "x in (y,z)"
        #expect(try await names(query).count == 5)
        query.namespace = "nobody"
        #expect(try await names(query) == [])
    }

    @Test func refusesAServerThatRepeatsItself() async throws {
        let (backend, _) = ArgoListTests.backend { _ in .json(#"{"metadata":{"continue":"x"},"items":null}"#) }
        let service = try backend.resources(.workflowTemplate)
        await #expect(throws: BackendError.malformed("the server repeats a page of its list")) {
            try await service.list(ResourceQuery(namespace: "argo")) { _ in }
        }
    }

    @Test func reportsSomebodyElsesChange() async throws {
        let argo = FakeArgoServer()
        argo.add(.workflowTemplate, #"{"metadata":{"name":"a","namespace":"argo","resourceVersion":"1"}}"#)
        argo.fail(
            "PUT /api/v1/workflow-templates/argo/a", with: .error(409, code: 6, "the object has been modified"))
        let service = try Self.service(.workflowTemplate, argo)
        await #expect(throws: BackendError.conflict("the object has been modified")) {
            _ = try await service.update(Self.template("a"), namespace: "argo")
        }
        #expect(argo.requests.map(\.method) == ["GET", "PUT", "GET"])
    }

    @Test func updatesNothingThatHasNoName() async throws {
        let argo = FakeArgoServer()
        let service = try Self.service(.workflowTemplate, argo)
        await #expect(throws: BackendError.invalid("metadata.name is missing")) {
            _ = try await service.update(["metadata": ["generateName": "a-"]], namespace: "argo")
        }
        await #expect(throws: BackendError.notFound(#"workflowtemplates.argoproj.io "a" not found"#)) {
            _ = try await service.update(Self.template("a"), namespace: "argo")
        }
        #expect(argo.requests.map(\.method) == ["GET"])
    }
}
