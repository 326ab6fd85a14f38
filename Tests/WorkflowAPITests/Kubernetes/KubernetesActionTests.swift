import DocumentKit
import TestSupport
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Orders to runs of a cluster, which are changes of their objects.
@Suite struct KubernetesActionTests {
    static let path = "/apis/argoproj.io/v1alpha1/namespaces/argo/workflows/job"
    static let nodes = #"""
        {"job": {"id": "job", "name": "job", "type": "Steps", "phase": "Running", "children": ["job-1", "job-2"]},
         "job-1": {"id": "job-1", "name": "job[0].gate", "displayName": "gate", "type": "Suspend", "phase": "Running",
                   "outputs": {"parameters": [{"name": "ok", "valueFrom": {"supplied": {}, "default": "yes"}}]}},
         "job-2": {"id": "job-2", "name": "job[0].wait", "displayName": "wait", "type": "Suspend", "phase": "Running"},
         "job-3": {"id": "job-3", "name": "job[0].past", "displayName": "past", "type": "Suspend", "phase": "Succeeded"}}
        """#
    /// The same kind of nodes, one of them waiting, as a controller packs them.
    static let packed =
        "H4sIAAAAAAAC/6tWSknNzVeyqlbKTFGygnB0lPISc1MRvJTM4oKcxEo/FMGSygIQL7gktaAYyC3ISCwG8YNK8/Iy89KBIskZmTkpRal5SlbRYD26hkqxtTowJrKFQC6KldEGsXrpiSWpGFZDBWFWlxYXpOalYLG8thYASuFcwtcAAAA="

    let cluster = FakeKubernetes()
    let time = TestTime()
    private let job = WorkflowReference(namespace: "argo", name: "job")

    private var workflows: any WorkflowService { workflows(sending: nil) }

    private func workflows(sending authorization: String?) -> any WorkflowService {
        KubernetesBackend(
            ServerConfiguration(baseURL: "http://kube", address: "kube"),
            transport: StubTransport(handler: cluster.handler),
            credentials: authorization.map { FixedCredentials(.init("Authorization", $0), origin: "test") },
            time: time.timeAndChance
        ).workflows
    }

    private func addJob(spec: String = "{}", status: String = #""nodes": \#(nodes)"#) {
        cluster.store(#"{"metadata": {"name": "job"}, "spec": \#(spec), "status": {"phase": "Running", \#(status)}}"#)
    }

    private func phases() -> [String] {
        ["job-1", "job-2", "job-3"].map { id in
            cluster.object("job")?[path: "status", "nodes", id, "phase"]?.string ?? "-"
        }
    }

    @Test(arguments: [(WorkflowAction.stop, "Stop"), (.terminate, "Terminate")])
    func endsRuns(_ action: WorkflowAction, _ strategy: String) async throws {
        addJob()
        let run = try await workflows.perform(action, on: job)
        #expect(run.spec?.shutdown == strategy)
        #expect(cluster.requests.map(\.method) == ["GET", "PATCH"])
        await #expect(throws: BackendError.conflict("workflow 'job' is over: Failed")) {
            _ = try await workflows.perform(action, on: job)
        }
    }

    @Test func suspendsAndResumesAsAWhole() async throws {
        addJob(status: #""nodes": {}"#)
        #expect(try await workflows.perform(.suspend, on: job).isSuspended)
        #expect(cluster.object("job")?[path: "spec", "suspend"] == true)
        _ = try await workflows.perform(.suspend, on: job)
        #expect(try await workflows.perform(.resume(), on: job).isSuspended == false)
        #expect(cluster.object("job")?[path: "spec", "suspend"] == nil)
        _ = try await workflows.perform(.resume(), on: job)
        // Asked twice is written once.
        #expect(cluster.requests.filter { $0.method == "PUT" }.count == 2)
    }

    @Test func resumingEndsEveryStepThatWaits() async throws {
        addJob(spec: #"{"suspend": true}"#)
        _ = try await workflows.perform(.resume(), on: job)
        #expect(phases() == ["Succeeded", "Succeeded", "Succeeded"])
        let gate = cluster.object("job")?[path: "status", "nodes", "job-1"]
        #expect(gate?["finishedAt"] == "2026-01-02T03:04:05Z")
        #expect(gate?[path: "outputs", "parameters"] == [["name": "ok", "value": "yes"]])
    }

    @Test func aSelectorPicksTheSteps() async throws {
        addJob(spec: #"{"suspend": true}"#)
        _ = try await workflows.perform(.resume(NodeFieldSelector("displayName=gate")), on: job)
        #expect(phases() == ["Succeeded", "Running", "Succeeded"])
        #expect(cluster.object("job")?[path: "spec", "suspend"] == true)
        _ = try await workflows.perform(.fail(NodeFieldSelector("name=job[0].wait"), message: "no"), on: job)
        #expect(phases() == ["Succeeded", "Failed", "Succeeded"])
        #expect(cluster.object("job")?[path: "status", "nodes", "job-2", "message"] == "no")
        for selector in ["displayName=past", "displayName=gate", "id=x"] {
            let error = await BackendError.thrown {
                _ = try await workflows.perform(.resume(NodeFieldSelector(selector)), on: job)
            }
            guard case .notFound? = error else {
                Issue.record("\(selector): \(String(describing: error))")
                continue
            }
        }
    }

    @Test func anOutputThatNobodySuppliedHoldsTheStep() async throws {
        addJob(
            status: #"""
                "nodes": {"job-1": {"type": "Suspend", "phase": "Running",
                  "outputs": {"parameters": [{"name": "ok", "valueFrom": {"supplied": {}}}]}}}
                """#)
        await #expect(
            throws: BackendError.invalid("output parameter 'ok' has not been set and does not have a default value")
        ) { _ = try await workflows.perform(.resume(), on: job) }
        #expect(phases().first == "Running")
    }

    @Test func whatSomebodyElseChangedMeanwhileIsKept() async throws {
        addJob()
        cluster.fail("PUT \(Self.path)", with: .status(409, "Conflict", "the object has been modified"))
        _ = try await workflows.perform(.suspend, on: job)
        #expect(cluster.requests.map(\.method) == ["GET", "PUT", "GET", "PUT"])
        #expect(cluster.object("job")?[path: "spec", "suspend"] == true)
    }

    @Test(arguments: [
        WorkflowAction.suspend, .resume(), .resume(.phase("Running")), .fail(.phase("Running"), message: nil),
    ])
    func aLostAnswerIsNoFailure(_ action: WorkflowAction) async throws {
        addJob()
        cluster.fail("PUT \(Self.path)", with: .lost(.raw([.cut])))
        _ = try await workflows.perform(action, on: job)
        #expect(cluster.requests.filter { $0.method == "PUT" }.count == 2)
    }

    @Test func conflictsWithoutEndAreTold() async throws {
        addJob()
        let conflict = FakeKubernetes.Fault.status(409, "Conflict", "busy")
        for _ in 0..<20 { cluster.fail("PUT \(Self.path)", with: conflict) }
        await #expect(throws: BackendError.conflict("busy")) { _ = try await workflows.perform(.suspend, on: job) }
    }

    // MARK: Who did it

    /// `{"sub":"system:serviceaccount:argo:ci","email":"ci@lab.test","preferred_username":"ci+?"}`
    static let token =
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6YXJnbzpjaSIsImVtYWlsIjoiY2lAbGFiLnRlc3QiLCJwcmVmZXJyZWRfdXNlcm5hbWUiOiJjaSs_In0.c2ln"

    private func labels() -> [String: String] {
        let labels = cluster.object("job")?[path: "metadata", "labels"]?.members
        return (labels ?? [:]).reduce(into: [:]) { all, label in
            let name = label.key.replacing("workflows.argoproj.io/", with: "")
            if name.hasPrefix("act") { all[name] = label.value.string }
        }
    }

    @Test(arguments: [
        (WorkflowAction.stop, "Stop"), (.terminate, "Terminate"), (.suspend, "Suspend"), (.resume(), "Resume"),
        (.fail(.phase("Running"), message: nil), "Stop"), (.resume(.phase("Running")), "Resume"),
    ])
    func aRunTellsWhoSteeredItLast(_ action: WorkflowAction, _ name: String) async throws {
        addJob()
        _ = try await workflows(sending: "Bearer " + Self.token).perform(action, on: job)
        #expect(
            labels() == [
                "actor": "system-serviceaccount-argo-ci", "actor-email": "ci.at.lab.test",
                "actor-preferred-username": "ci", "action": name,
            ])
    }

    @Test(arguments: [
        (WorkflowAction.stop, "Stop"), (.suspend, "Suspend"),
    ])
    func whatIsKnownOfSomebodyElseGoes(_ action: WorkflowAction, _ name: String) async throws {
        addJob()
        cluster.change("job") { job in
            job[path: "metadata", "labels", "workflows.argoproj.io/actor-email"] = "operator.at.lab.test"
        }
        _ = try await workflows(sending: "Basic b3BzOnNlY3JldA==").perform(action, on: job)
        #expect(labels() == ["actor": "ops", "action": name])
    }

    /// A stop is a patch and leaves what it does not name, as argo's is.
    @Test(arguments: ["Bearer opaque", "Bearer a.b.c", "Bearer a.W10.c", "Basic ?", "Negotiate x", "x", nil])
    func whoNamesNobodyLeavesNoName(_ authorization: String?) async throws {
        for (action, isKept) in [(WorkflowAction.suspend, false), (.stop, true)] {
            let cluster = FakeKubernetes()
            cluster.store(
                #"{"metadata": {"name": "job", "labels": {"workflows.argoproj.io/actor": "operator"}}, "spec": {}}"#)
            let backend = KubernetesBackend(
                ServerConfiguration(baseURL: "http://kube", address: "kube"),
                transport: StubTransport(handler: cluster.handler),
                credentials: authorization.map { FixedCredentials(.init("Authorization", $0), origin: "test") })
            _ = try await backend.workflows.perform(action, on: job)
            let label = cluster.object("job")?[path: "metadata", "labels", "workflows.argoproj.io/actor"]
            #expect(label == (isKept ? "operator" : nil))
        }
    }

    @Test func aRunTellsWhoMadeIt() async throws {
        let manifest: ValueTree = [
            "metadata": [
                "name": "job",
                "labels": ["a": "b", "workflows.argoproj.io/creator": "x", "workflows.argoproj.io/creator-email": "x"],
            ], "spec": [:],
        ]
        _ = try await workflows(sending: "Basic b3BzOnNlY3JldA==").submit(
            Submission(.manifest(manifest), namespace: "argo"))
        let labels = cluster.object("job")?[path: "metadata", "labels"]
        #expect(labels == ["a": "b", "workflows.argoproj.io/creator": "ops"])
    }

    @Test func aResumedStepSaysByWhom() async throws {
        addJob()
        cluster.change("job") { $0[path: "status", "nodes", "job-2", "message"] = "holds" }
        _ = try await workflows(sending: "Bearer " + Self.token).perform(.resume(), on: job)
        let by = "Resumed by: map[Email:ci@lab.test PreferredUsername:ci+? User:system:serviceaccount:argo:ci]"
        let nodes = cluster.object("job")?[path: "status", "nodes"]
        #expect(nodes?[path: "job-1", "message"]?.string == by)
        #expect(nodes?[path: "job-2", "message"]?.string == "holds; " + by)
        #expect(nodes?[path: "job-3", "message"] == nil)
    }

    @Test(arguments: [
        ("operator", "operator"), ("", nil), ("--", ""), ("é_x.", "x"),
        (String(repeating: "a", count: 70) + "-z", String(repeating: "a", count: 61) + "-z"),
    ])
    func aNameBecomesALabel(_ name: String, _ label: String?) {
        let pair = Base64.encoded(Array((name + ":x").utf8))
        let labels = WorkflowActor.labels(WorkflowActor(authorization: "Basic " + pair), .stop)
        #expect(labels.first?.value == label)
    }

    // MARK: Packed nodes

    @Test func packedNodesAreUnpacked() async throws {
        addJob(status: #""compressedNodes": "\#(Self.packed)""#)
        let run = try await workflows.get(job)
        #expect(run.nodes.map(\.displayName) == ["demo", "gate"])
        #expect(run.document[path: "status", "compressedNodes"] == nil && !run.nodesAreElsewhere)
        var listed: [Int] = []
        try await workflows.list(WorkflowQuery(namespace: "argo")) {
            listed.append($0.document["status"]?["nodes"]?.count ?? 0)
        }
        #expect(listed == [2])
    }

    /// Unpacked they might be more than the cluster takes.
    @Test(arguments: [WorkflowAction.resume(), .resume(.phase("Running")), .fail(.phase("Running"), message: "no")])
    func changedNodesArePackedAgain(_ action: WorkflowAction) async throws {
        addJob(status: #""compressedNodes": "\#(Self.packed)""#)
        let run = try await workflows.perform(action, on: job)
        let phase = try #require(run.nodes.map(\.phaseText).dropFirst().first)
        #expect(run.nodes.map(\.displayName) == ["demo", "gate"] && phase != "Running")
        let status = cluster.object("job")?["status"]
        #expect(status?["nodes"] == nil)
        let packed = try #require(Base64.decoded(status?["compressedNodes"]?.string ?? ""))
        let nodes = try JSONReader.read(try Gzip.decompressed(packed, limit: 1 << 20)).root
        #expect(nodes["demo-1"]?["phase"]?.string == phase)
    }

    @Test(arguments: [
        (
            #""compressedNodes": "KLUv/QRYAQ==""#,
            "zstd, which wfctl does not unpack; set WORKFLOW_COMPRESSION_ALGORITHM=gzip"
        ),
        (#""compressedNodes": "GxoAAI2pVg==""#, "brotli, which wfctl does not unpack, or damaged"),
        (#""offloadNodeStatusVersion": "fnv:1""#, "database"),
        (#""compressedNodes": "H4sIAAAA""#, "the packed steps are damaged: they stop in the middle"),
        (
            #""compressedNodes": "\#(packed.prefix(100))""#, "the packed steps are damaged: they stop in the middle"
        ),
        (#""compressedNodes": "!junk!""#, "the packed steps are damaged: they are no base64"),
        (
            #""compressedNodes": "\#(Base64.encoded(Gzip.compressed(Array("[]".utf8))))""#,
            "the packed steps are damaged: they are not the JSON object"
        ),
    ])
    func whatCannotBeUnpackedIsExplained(_ status: String, _ part: String) async throws {
        addJob(status: status)
        let run = try await workflows.get(job)
        #expect(run.nodesAreElsewhere && run.phase == .running)
        let error = await BackendError.thrown { _ = try await workflows.perform(.resume(), on: job) }
        #expect(error?.message.contains(part) == true, "\(String(describing: error))")
        #expect(run.nodesAbsence?.contains(part) == true)
        // The whole can be held without its nodes, and the packed ones stay as they are.
        let before = cluster.object("job")?["status"]
        _ = try await workflows.perform(.suspend, on: job)
        _ = try await workflows.perform(.resume(), on: job)
        #expect(cluster.object("job")?["status"] == before)
    }
}
