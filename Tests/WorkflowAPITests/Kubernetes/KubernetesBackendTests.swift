import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct KubernetesBackendTests {
    static let path = "/apis/argoproj.io/v1alpha1/namespaces/argo/workflows"

    let cluster = FakeKubernetes()
    let time = TestTime()

    private var workflows: any WorkflowService {
        KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"),
            transport: StubTransport(pieceSize: 1_000, handler: cluster.handler), time: time.timeAndChance
        ).workflows
    }

    private func names(_ change: (inout WorkflowQuery) -> Void = { _ in }) async throws -> [String] {
        var query = WorkflowQuery(namespace: "argo")
        change(&query)
        var names: [String] = []
        try await workflows.list(query) { names.append($0.name) }
        return names
    }

    private func job(_ name: String = "job") -> WorkflowReference { WorkflowReference(namespace: "argo", name: name) }

    // MARK: Lists

    @Test(.timeLimit(.minutes(5))) func tenThousandComeOnceInPages() async throws {
        for number in 0..<10_000 { cluster.add("wf-\(number)") }
        let names = try await names()
        #expect(names.count == 10_000 && Set(names).count == 10_000)
        #expect(cluster.requests.count == 20)
    }

    @Test(arguments: 1...3) func anExpiredTokenLosesAndRepeatsNothing(_ page: Int) async throws {
        for number in 1...7 { cluster.add("wf-\(number)") }
        let good = FakeKubernetes.Fault.status(410, "Expired", "The provided continue parameter is too old")
        // The first pages are answered by hand, so that the fault stands where it should.
        var seen: [String] = []
        var query = WorkflowQuery(namespace: "argo")
        query.pageSize = 2
        try await workflows.list(query) { workflow in
            seen.append(workflow.name)
            if seen.count == page * 2 - 1 { cluster.fail("GET \(Self.path)", with: good) }
        }
        #expect(seen == (1...7).map { "wf-\($0)" })
        #expect(cluster.requests.count == page + 2)
    }

    @Test func aListThatBreaksOffGoesOn() async throws {
        for number in 1...50 { cluster.add("wf-\(number)") }
        cluster.fail("GET \(Self.path)", with: .cut(after: 3_000))
        #expect(try await names() == (1...50).map { "wf-\($0)" })
        #expect(time.sleeps.count == 1)
    }

    @Test func itemsGetTheKindThatListsLeaveOut() async throws {
        cluster.add("a")
        cluster.omitKinds()
        var documents: [String] = []
        try await workflows.list(WorkflowQuery(namespace: "argo")) {
            documents.append(JSONWriter.text($0.document, style: .compact))
        }
        #expect(
            documents.first?.hasPrefix(#"{"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow","metadata":{"#) == true)
    }

    @Test func fieldsThatAClusterDoesNotKnowAreLookedAtHere() async throws {
        for name in ["a", "b", "c"] { cluster.add(name) }
        let second = try #require(try await workflows.get(job("b")).startedAt)
        #expect(
            try await names { $0.fieldSelector = "spec.startedAt>\(second.rfc3339),ext.showRemainingItemCount=true" }
                == ["c"])
        #expect(try await names { $0.fieldSelector = "metadata.name!=b,spec.startedAt<\(second.rfc3339)" } == ["a"])
        #expect(cluster.requests.last?[query: "fieldSelector"] == "metadata.name!=b")
        for selector in ["status.phase=Failed", "metadata.name>a", "spec.startedAt=x", "spec.startedAt>x", "a"] {
            let error = await BackendError.thrown { _ = try await names { $0.fieldSelector = selector } }
            guard case .invalid? = error else {
                Issue.record("\(selector): \(String(describing: error))")
                continue
            }
        }
    }

    // MARK: Errors

    @Test(arguments: [
        (400, BackendError.invalid("m")), (401, .unauthenticated("m (no credentials were sent)")),
        (403, .forbidden("m (no credentials were sent)")),
        (404, .notFound("m")), (409, .conflict("m")), (422, .invalid("m")), (410, .server(status: 410, message: "m")),
    ])
    func aStatusIsWhatItSays(_ code: Int, _ expected: BackendError) async throws {
        cluster.fail("GET \(Self.path)/job", with: .status(code, code == 404 ? "NotFound" : "Reason", "m"))
        await #expect(throws: expected) { _ = try await workflows.get(job()) }
    }

    @Test(arguments: [429, 500, 503]) func whatMayPassIsTriedAgain(_ code: Int) async throws {
        cluster.add("job")
        cluster.fail("GET \(Self.path)/job", with: .status(code, "Busy", "later"), .status(code, "Busy", "later"))
        #expect(try await workflows.get(job()).name == "job")
        #expect(cluster.requests.count == 3)
    }

    @Test(arguments: [
        "404 page not found\n",
        #"{"kind":"Status","code":404,"reason":"NotFound","message":"the server could not find the requested resource"}"#,
    ])
    func aClusterWithoutArgoIsSaidToBeOne(_ answer: String) async throws {
        let bare = KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"),
            transport: StubTransport { _ in .text(answer, status: 404) }, time: time.timeAndChance)
        await #expect(throws: KubernetesEndpoints.notInstalled) {
            try await bare.resources(.cronWorkflow).list(ResourceQuery(namespace: nil)) { _ in }
        }
        await #expect(throws: KubernetesEndpoints.notInstalled) { _ = try await bare.workflows.get(job()) }
        await #expect(throws: KubernetesEndpoints.notInstalled) {
            try await bare.workflows.list(WorkflowQuery(namespace: "argo")) { _ in }
        }
        await #expect(throws: KubernetesEndpoints.notInstalled) {
            try await bare.workflows.delete(job(), force: false)
        }
        for source in [
            Submission.Source.manifest(["metadata": ["name": "job"], "spec": [:]]),
            .resource(.workflowTemplate, name: "build", options: SubmitOptions()),
        ] {
            await #expect(throws: KubernetesEndpoints.notInstalled) {
                _ = try await bare.workflows.submit(Submission(source, namespace: "argo"))
            }
        }
    }

    // MARK: Creating and deleting

    @Test func aLostAnswerCreatesNothingTwice() async throws {
        cluster.fail("POST \(Self.path)", with: .lost(.raw([.cut])))
        let created = try await workflows.submit(
            Submission(.manifest(["metadata": ["generateName": "job-"], "spec": [:]]), namespace: "argo"))
        #expect(try await names() == [created.name])
        #expect(cluster.requests.filter { $0.method == "POST" }.count == 1)
    }

    @Test func aCronWorkflowGivesItsRunsWhatTheyInherit() async throws {
        cluster.store(
            #"""
            {"metadata": {"name": "nightly"}, "spec": {"schedule": "0 0 * * *",
             "workflowMetadata": {"labels": {"team": "blue"}, "annotations": {"a": "b"}},
             "workflowSpec": {"entrypoint": "main", "arguments": {"parameters": [{"name": "p", "value": "1"}]}}}}
            """#, in: "cronworkflows")
        var options = SubmitOptions()
        options.parameters = [.init(name: "p", value: "2")]
        let run = try await workflows.submit(
            Submission(.resource(.cronWorkflow, name: "nightly", options: options), namespace: "argo"))
        #expect(run.name.hasPrefix("nightly-"))
        #expect(run.label("workflows.argoproj.io/cron-workflow") == "nightly" && run.label("team") == "blue")
        #expect(run.annotation("a") == "b" && run.parameters.map(\.value) == ["2"])
        let owner = run.document[path: "metadata", "ownerReferences"]?[0]
        #expect(owner?["kind"]?.string == "CronWorkflow" && owner?["controller"]?.bool == true)
    }

    @Test func forceDropsFinalizersFirst() async throws {
        cluster.store(#"{"metadata": {"name": "job", "finalizers": ["x"]}, "spec": {}}"#)
        try await workflows.delete(job(), force: true)
        #expect(cluster.requests.map(\.method) == ["PATCH", "DELETE"])
        #expect(cluster.object("job") == nil)
    }

    @Test func whatGoesWithItsFinalizersIsDeleted() async throws {
        cluster.store(
            #"""
            {"metadata": {"name": "job", "finalizers": ["x"], "deletionTimestamp": "2026-01-02T03:04:05Z"}, "spec": {}}
            """#)
        try await workflows.delete(job(), force: true)
        #expect(cluster.object("job") == nil)
        await #expect(throws: BackendError.self) { try await workflows.delete(job(), force: true) }
    }

    // MARK: Watching

    @Test func anErrorInAWatchIsAnError() async throws {
        cluster.add("job", phase: .running)
        cluster.announce(
            "job", #"{"type":"BOOKMARK","object":{"kind":"Workflow","metadata":{"resourceVersion":"77"}}}"#,
            #"{"type":"ERROR","object":{"kind":"Status","code":410,"message":"too old resource version: 1 (2)"}}"#)
        var versions: [String?] = []
        let error = await BackendError.thrown {
            try await workflows.watch(WatchQuery(workflow: job())) { event in
                if case .unchanged(let version) = event { versions.append(version) }
                return .proceed
            }
        }
        #expect(error == .server(status: 410, message: "too old resource version: 1 (2)"))
        #expect(versions == ["77"])
    }

    @Test func whoKnowsAVersionIsToldOnlyWhatCameAfter() async throws {
        cluster.add("job", phase: .running)
        let version = try await workflows.get(job()).resourceVersion
        var count = 0
        try await workflows.watch(WatchQuery(workflow: job(), after: version)) { _ in
            count += 1
            return .proceed
        }
        #expect(count == 0)
        cluster.set(.succeeded, of: "job")
        var phases: [WorkflowPhase?] = []
        try await workflows.watch(WatchQuery(workflow: job(), after: version)) { event in
            if case .changed(let workflow) = event { phases.append(workflow.phase) }
            return .proceed
        }
        #expect(phases == [.succeeded])
    }
}
