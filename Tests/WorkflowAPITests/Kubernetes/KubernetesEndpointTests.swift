import DocumentKit
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// Every request to a cluster, whole.
@Suite struct KubernetesEndpointTests {
    static let base = "https://kube:6443"
    static let crd = "\(base)/apis/argoproj.io/v1alpha1"
    static let job = WorkflowReference(namespace: "argo", name: "a b")

    private func text<Response>(_ endpoint: Endpoint<Response>) throws -> String {
        let request = try endpoint.request(at: Self.base, headers: [])
        let body = request.body.map { " " + String(decoding: $0, as: UTF8.self) } ?? ""
        return "\(request.method.rawValue) \(request.url)\(body)"
    }

    @Test func listsByLabelsAndFieldsPageAfterPage() throws {
        var query = WorkflowQuery(namespace: "argo")
        query.phases = [.failed, .error]
        query.isCompleted = true
        query.labelSelector = "team in (a,b)"
        #expect(
            try text(KubernetesEndpoints.listWorkflows(query, fields: "metadata.name=x", limit: 500, cursor: "t/="))
                == """
                GET \(Self.crd)/namespaces/argo/workflows?labelSelector=team%20in%20%28a%2Cb%29%2Cworkflows.argoproj.io\
                %2Fphase%20in%20%28Failed%2CError%29%2Cworkflows.argoproj.io%2Fcompleted%3Dtrue\
                &fieldSelector=metadata.name%3Dx&limit=500&continue=t%2F%3D
                """)
        let all = WorkflowQuery(namespace: nil)
        #expect(
            try text(KubernetesEndpoints.listWorkflows(all, fields: nil, limit: nil, cursor: nil))
                == "GET \(Self.crd)/workflows")
    }

    @Test func readsCreatesAndDeletes() throws {
        let path = "\(Self.crd)/namespaces/argo/workflows"
        #expect(try text(KubernetesEndpoints.getWorkflow(Self.job)) == "GET \(path)/a%20b")
        #expect(
            try text(KubernetesEndpoints.createWorkflow(["metadata": ["name": "x"]], namespace: "argo", dryRun: true))
                == #"POST \#(path)?dryRun=All {"metadata":{"name":"x"},"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow"}"#
        )
        #expect(
            try text(KubernetesEndpoints.delete(KubernetesEndpoints.workflow(Self.job)))
                == #"DELETE \#(path)/a%20b {"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Background"}"#
        )
        #expect(
            try text(KubernetesEndpoints.dropFinalizers(Self.job))
                == #"PATCH \#(path)/a%20b {"metadata":{"finalizers":null}}"#)
        #expect(
            try text(KubernetesEndpoints.shutDown(Self.job, "Terminate", labels: []))
                == #"PATCH \#(path)/a%20b {"spec":{"shutdown":"Terminate"}}"#)
        #expect(
            try text(KubernetesEndpoints.shutDown(Self.job, "Stop", labels: [("a", "b"), ("c", nil)]))
                .hasSuffix(#" {"spec":{"shutdown":"Stop"},"metadata":{"labels":{"a":"b","c":null}}}"#))
        let patch = try KubernetesEndpoints.shutDown(Self.job, "Stop", labels: []).request(at: Self.base, headers: [])
        #expect(patch.headers.contains(.init("Content-Type", "application/merge-patch+json")))
    }

    @Test func watchesOneWorkflow() throws {
        #expect(
            try text(KubernetesEndpoints.watchWorkflow(Self.job, after: "12")) == """
                GET \(Self.crd)/namespaces/argo/workflows?watch=true&fieldSelector=metadata.name%3Da%20b\
                &resourceVersion=12&allowWatchBookmarks=true
                """)
    }

    @Test func asksForMetadataAloneWhereThatIsEnough() throws {
        let one = try KubernetesEndpoints.identity(Self.job).request(at: Self.base, headers: [])
        #expect(
            one.headers.first?.value == "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json"
        )
    }

    @Test func findsPodsAndTheirLogs() throws {
        var query = LogQuery(workflow: WorkflowReference(namespace: "argo", name: "wf"))
        query.selector = "a=b"
        query.pod = "wf-1"
        let pods = "\(Self.base)/api/v1/namespaces/argo/pods"
        #expect(
            try text(KubernetesEndpoints.listPods(query, limit: 500, cursor: nil)) == """
                GET \(pods)?labelSelector=workflows.argoproj.io%2Fworkflow%3Dwf%2Ca%3Db\
                &fieldSelector=metadata.name%3Dwf-1&limit=500
                """)
        query.follows = true
        query.previous = true
        query.tail = 0
        query.sinceSeconds = 60
        #expect(
            try text(KubernetesEndpoints.log(query, of: LogSource(pod: "wf-1"))) == """
                GET \(pods)/wf-1/log?container=main&timestamps=true&follow=true&previous=true&tailLines=0&sinceSeconds=60
                """)
        var since = LogQuery(workflow: query.workflow)
        since.sinceSeconds = 60
        since.sinceTime = Timestamp(rfc3339: "2026-01-02T03:04:05.5Z")
        #expect(
            try text(KubernetesEndpoints.log(since, of: LogSource(pod: "p"))) == """
                GET \(pods)/p/log?container=main&timestamps=true&sinceTime=2026-01-02T03%3A04%3A05.5Z
                """)
        // Each source from where it ended; what is not known yet as at first.
        since.place = LogPlace(
            age: 9, latest: [LogSource(pod: "p", container: "wait"): Timestamp(seconds: 1_767_323_000, nanoseconds: 7)])
        #expect(
            try text(KubernetesEndpoints.log(since, of: LogSource(pod: "p", container: "wait"))) == """
                GET \(pods)/p/log?container=wait&timestamps=true&sinceTime=2026-01-02T03%3A03%3A18Z
                """)
        #expect(
            try text(KubernetesEndpoints.log(since, of: LogSource(pod: "p"))).hasSuffix(
                "sinceTime=2026-01-02T03%3A04%3A05.5Z"))
    }

    @Test(arguments: [
        (ResourceKind.workflowTemplate, "namespaces/argo/workflowtemplates"),
        (.clusterWorkflowTemplate, "clusterworkflowtemplates"), (.cronWorkflow, "namespaces/argo/cronworkflows"),
    ])
    func speaksOfEveryKind(_ kind: ResourceKind, _ path: String) throws {
        let routes = KubernetesResourceRoutes(kind: kind)
        let sent = #"{"a":1,"apiVersion":"argoproj.io/v1alpha1","kind":"\#(kind.rawValue)"}"#
        #expect(
            [
                try text(routes.list(ResourceQuery(namespace: "argo"), limit: 5, cursor: "c")),
                try text(routes.get("n", namespace: "argo")), try text(routes.create(["a": 1], namespace: "argo")),
                try text(routes.replace("n", ["a": 1], namespace: "argo")),
                try text(routes.delete("n", namespace: "argo")),
            ] == [
                "GET \(Self.crd)/\(path)?limit=5&continue=c", "GET \(Self.crd)/\(path)/n",
                "POST \(Self.crd)/\(path) \(sent)", "PUT \(Self.crd)/\(path)/n \(sent)",
                #"DELETE \#(Self.crd)/\#(path)/n {"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Background"}"#,
            ])
        let all = try text(routes.list(ResourceQuery(namespace: nil), limit: nil, cursor: nil))
        #expect(all == "GET \(Self.crd)/\(kind.crdPlural)")
    }
}
