import DocumentKit
import Testing
import WorkflowModel

@testable import WorkflowAPI

/// The whole URL and body of every request that can be asked for.
@Suite struct ArgoEndpointTests {
    static let base = "https://argo:2746/base"
    static let api = base + "/api/v1"
    static let job = WorkflowReference(namespace: "argo", name: "job")

    func url<Response>(_ endpoint: Endpoint<Response>) throws -> String {
        try endpoint.request(at: Self.base, headers: []).url
    }

    func text(_ request: HTTPRequest) -> String {
        "\(request.method.rawValue) \(request.url)\n" + String(decoding: request.body ?? [], as: UTF8.self)
    }

    static let plain = ListPage(limit: nil, cursor: nil, asksForRemainder: false, filtersNames: true)
    static let first = ListPage(limit: 500, cursor: nil, asksForRemainder: true, filtersNames: true)

    /// One list request: the query string is given as its pairs.
    struct ListCase: Sendable {
        var path = "/workflows/argo"
        var pairs: [String]
        var page = ArgoEndpointTests.plain
        var query: @Sendable (inout WorkflowQuery) -> Void = { _ in }
    }

    static let identityFields = [
        "metadata", "items.metadata.name", "items.metadata.namespace", "items.metadata.uid",
        "items.metadata.creationTimestamp",
    ].joined(separator: "%2C")
    static let rowFields = [
        identityFields, "items.spec.priority", "items.spec.shutdown", "items.spec.suspend", "items.status.phase",
        "items.status.message", "items.status.startedAt", "items.status.finishedAt", "items.status.progress",
    ].joined(separator: "%2C")

    static let lists: [ListCase] = [
        ListCase(pairs: []),
        ListCase(path: "/workflows/", pairs: []) { $0.namespace = nil },
        ListCase(
            pairs: ["listOptions.fieldSelector=ext.showRemainingItemCount%3Dtrue", "listOptions.limit=500"],
            page: first),
        ListCase(
            pairs: [
                "listOptions.fieldSelector=ext.showRemainingItemCount%3Dtrue", "listOptions.limit=1000000",
                "listOptions.continue=1000000",
            ], page: ListPage(limit: 1_000_000, cursor: "1000000", asksForRemainder: true, filtersNames: true)),
        ListCase(pairs: [
            "listOptions.labelSelector=a%20in%20%28b%2Cc%29%2Cd%21%3De%3Bf%2Bg%2C"
                + "workflows.argoproj.io%2Fphase%20in%20%28Failed%2CError%29%2C"
                + "workflows.argoproj.io%2Fcompleted%3Dtrue%2Cworkflows.argoproj.io%2Fresubmitted-from-workflow"
        ]) {
            $0.labelSelector = "a in (b,c),d!=e;f+g"
            $0.phases = [.failed, .error]
            $0.isCompleted = true
            $0.isResubmitted = true
        },
        ListCase(pairs: [
            "listOptions.labelSelector=workflows.argoproj.io%2Fphase%20notin%20%28Running%2CSucceeded%2CFailed%29"
        ]) { $0.phases = [.error, .pending] },
        ListCase(pairs: []) { $0.phases = WorkflowPhase.allCases },
        ListCase(pairs: ["listOptions.labelSelector=workflows.argoproj.io%2Fcompleted%21%3Dtrue"]) {
            $0.isCompleted = false
        },
        ListCase(
            pairs: [
                "listOptions.fieldSelector=spec.startedAt%3E2026%2Cext.showRemainingItemCount%3Dtrue",
                "listOptions.limit=500",
            ], page: first
        ) { $0.fieldSelector = "spec.startedAt>2026" },
        ListCase(pairs: ["listOptions.fieldSelector=metadata.name%3Djob-", "nameFilter=Prefix"]) {
            $0.namePrefix = "job-"
            $0.namePattern = "ob"
        },
        ListCase(pairs: ["listOptions.fieldSelector=metadata.name%3Duild-", "nameFilter=Contains"]) {
            $0.namePattern = "b*uild-?"
        },
        ListCase(pairs: []) { $0.namePattern = "*" },
        ListCase(pairs: ["listOptions.fieldSelector=metadata.name%3Dob", "nameFilter=Contains"]) {
            $0.namePattern = "ob"
        },
        ListCase(
            pairs: [], page: ListPage(limit: nil, cursor: nil, asksForRemainder: false, filtersNames: false)
        ) { $0.namePrefix = "job-" },
        ListCase(pairs: ["listOptions.fieldSelector=metadata.name%21%3Djob-1"]) {
            $0.namePrefix = "job-"
            $0.fieldSelector = "metadata.name!=job-1"
        },
        ListCase(pairs: []) { $0.namePattern = "a,metadata.namespace=b" },
        ListCase(pairs: ["createdAfter=2026-01-01T00%3A00%3A00Z", "finishedBefore=2026-01-01T00%3A00%3A01Z"]) {
            $0.createdAfter = Timestamp(seconds: 1_767_225_600)
            $0.finishedBefore = Timestamp(seconds: 1_767_225_601)
        },
        ListCase(pairs: ["fields=" + rowFields]) { $0.fields = .row },
        ListCase(pairs: [
            "listOptions.labelSelector=workflows.argoproj.io%2Fphase%20in%20%28Running%29",
            "fields=\(identityFields)%2Citems.status.startedAt%2Citems.status.finishedAt%2Citems.status.phase",
        ]) {
            $0.fields = .names
            $0.phases = [.running]
        },
        ListCase(pairs: [
            "fields=\(rowFields)%2Citems.spec.arguments%2Citems.status.storedWorkflowTemplateSpec.arguments"
                + "%2Citems.status.nodes"
        ]) { $0.fields = .wideRow },
    ]

    @Test(arguments: lists) func listsWhatTheQuerySays(_ test: ListCase) throws {
        var query = WorkflowQuery(namespace: "argo")
        test.query(&query)
        let pairs = test.pairs.isEmpty ? "" : "?" + test.pairs.joined(separator: "&")
        #expect(try url(ArgoEndpoints.listWorkflows(query, test.page)) == Self.api + test.path + pairs)
    }

    @Test(arguments: [
        (job, FieldSelection.everything, "/workflows/argo/job"),
        (WorkflowReference(namespace: "argo", name: "@latest"), .everything, "/workflows/argo/%40latest"),
        (
            WorkflowReference(namespace: "a/b?c", name: "d#e f%é"), .everything,
            "/workflows/a%2Fb%3Fc/d%23e%20f%25%C3%A9"
        ),
        (
            job, .status,
            "/workflows/argo/job?fields=metadata.name%2Cmetadata.namespace%2Cmetadata.uid%2C"
                + "metadata.creationTimestamp%2Cmetadata.resourceVersion%2Cmetadata.labels%2Cspec.priority%2Cspec.shutdown%2Cspec.suspend%2C"
                + "status.phase%2Cstatus.message%2Cstatus.startedAt%2Cstatus.finishedAt%2Cstatus.progress"
        ),
    ])
    func getsOneWorkflow(_ reference: WorkflowReference, _ fields: FieldSelection, _ expected: String) throws {
        #expect(try url(ArgoEndpoints.getWorkflow(reference, fields: fields)) == Self.api + expected)
    }

    @Test(arguments: ["", ".", ".."]) func refusesNamesThatLeadElsewhere(_ name: String) {
        for reference in [WorkflowReference(namespace: "argo", name: name), .init(namespace: name, name: "job")] {
            let delete = ArgoEndpoints.deleteWorkflow(reference, force: false)
            #expect(throws: BackendError.invalid("'\(name)' is not a name")) { try url(delete) }
        }
    }

    @Test func deletesByForceOnlyWhenAsked() throws {
        let quiet = try ArgoEndpoints.deleteWorkflow(Self.job, force: false).request(at: Self.base, headers: [])
        let forced = try ArgoEndpoints.deleteWorkflow(Self.job, force: true).request(at: Self.base, headers: [])
        #expect(text(quiet) == "DELETE \(Self.api)/workflows/argo/job\n")
        #expect(text(forced) == "DELETE \(Self.api)/workflows/argo/job?force=true\n")
    }

    @Test func namesTheContainerOfALogAlways() throws {
        #expect(
            try url(ArgoEndpoints.logs(LogQuery(workflow: Self.job)))
                == "\(Self.api)/workflows/argo/job/log?logOptions.container=main&logOptions.timestamps=true")
        var query = LogQuery(workflow: Self.job)
        query.pod = "job-1"
        query.container = "wait"
        query.follows = true
        query.previous = true
        query.tail = 1_000_000
        query.sinceSeconds = 1_036_800
        query.grep = "a+b"
        query.selector = "x=y"
        let expected: [String] = [
            "logOptions.container=wait", "logOptions.timestamps=true", "logOptions.follow=true",
            "logOptions.previous=true", "logOptions.tailLines=1000000", "logOptions.sinceSeconds=1036800",
            "podName=job-1", "grep=a%2Bb", "selector=x%3Dy",
        ]
        #expect(
            try url(ArgoEndpoints.logs(query, route: "logs"))
                == "\(Self.api)/workflows/argo/job/logs?\(expected.joined(separator: "&"))")
    }

    @Test func asksAgainForTheYoungerPartOfALog() throws {
        var query = LogQuery(workflow: Self.job)
        query.place = LogPlace(age: 30, latest: [:])
        #expect(try url(ArgoEndpoints.logs(query)).hasSuffix("&logOptions.sinceSeconds=30"))
        query.sinceSeconds = 20
        #expect(try url(ArgoEndpoints.logs(query)).hasSuffix("&logOptions.sinceSeconds=20"))
        query.place?.age = nil
        #expect(try url(ArgoEndpoints.logs(query)).hasSuffix("&logOptions.sinceSeconds=20"))
    }

    @Test func asksForEventsAsEvents() throws {
        let request = try ArgoEndpoints.watchWorkflow(WatchQuery(workflow: Self.job)).request(
            at: Self.base, headers: [])
        #expect(
            request.url == "\(Self.api)/workflow-events/argo?listOptions.fieldSelector=metadata.name%3Djob"
                + "&listOptions.resourceVersion=0&listOptions.allowWatchBookmarks=true")
        #expect(request.headers.contains(.init("Accept", "text/event-stream")))
    }

    @Test func goesOnAfterAVersionWithWhatTheCallerReads() throws {
        var query = WatchQuery(workflow: Self.job, after: "41 7")
        query.fields = .names
        let request = try ArgoEndpoints.watchWorkflow(query).request(at: Self.base, headers: [])
        #expect(
            request.url == "\(Self.api)/workflow-events/argo?listOptions.fieldSelector=metadata.name%3Djob"
                + "&listOptions.resourceVersion=41%207&listOptions.allowWatchBookmarks=true&fields=result.type"
                + "%2Cresult.object.metadata.name%2Cresult.object.metadata.namespace%2Cresult.object.metadata.uid"
                + "%2Cresult.object.metadata.creationTimestamp%2Cresult.object.status.startedAt"
                + "%2Cresult.object.status.finishedAt%2Cerror")
    }

    @Test func stopsARun() throws {
        let request = try ArgoEndpoints.perform(.stop, on: Self.job).request(at: Self.base, headers: [])
        #expect(request.method == .put && request.url == "\(Self.api)/workflows/argo/job/stop")
        #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == #"{"name":"job","namespace":"argo"}"#)
    }

    @Test(arguments: [
        (Submission.DryRun.none, #""createOptions":{}"#),
        (.client, #""createOptions":{"dryRun":["All"]}"#),
        (.server, #""serverDryRun":true,"createOptions":{}"#),
    ])
    func submitsManifestsWithTheirOrderAndNumbers(_ dryRun: Submission.DryRun, _ options: String) throws {
        let manifest = #"{"spec":{"z":1.0,"a":12345678901234567890,"é":"<&>"},"metadata":{"generateName":"x-"}}"#
        let tree = try JSONReader.read(Array(manifest.utf8)).root.tree
        let request = try ArgoEndpoints.submit(Submission(.manifest(tree), namespace: "argo", dryRun: dryRun))
            .request(at: Self.base, headers: [])
        #expect(
            text(request) == "POST \(Self.api)/workflows/argo\n"
                + #"{"namespace":"argo","workflow":\#(manifest),\#(options)}"#)
        #expect(request.headers.contains(.init("Content-Type", "application/json")))
    }

    @Test(arguments: [
        (Submission.DryRun.none, ""), (.client, #","dryRun":true"#), (.server, #","serverDryRun":true"#),
    ])
    func submitsStoredObjectsWithEveryOption(_ dryRun: Submission.DryRun, _ extra: String) throws {
        var options = SubmitOptions()
        options.name = "job-1"
        options.generateName = "job-"
        options.entrypoint = "main"
        options.parameters = [.init(name: "a", value: "1,2=3"), .init(name: "b", value: "")]
        options.serviceAccount = "robot"
        options.labels = [.init(name: "x", value: "1"), .init(name: "y", value: "2")]
        options.priority = 7
        let source = Submission.Source.resource(.cronWorkflow, name: "nightly", options: options)
        let request = try ArgoEndpoints.submit(Submission(source, namespace: "argo", dryRun: dryRun))
            .request(at: Self.base, headers: [])
        #expect(
            text(request) == "POST \(Self.api)/workflows/argo/submit\n"
                + #"{"namespace":"argo","resourceKind":"CronWorkflow","resourceName":"nightly","submitOptions":"#
                + #"{"name":"job-1","generateName":"job-","entryPoint":"main","parameters":["a=1,2=3","b="],"#
                + #""serviceAccount":"robot"\#(extra),"labels":"x=1,y=2","priority":7}}"#)
    }

    @Test func submitsStoredObjectsWithoutOptions() throws {
        let source = Submission.Source.resource(.clusterWorkflowTemplate, name: "t", options: SubmitOptions())
        let request = try ArgoEndpoints.submit(Submission(source, namespace: "argo")).request(
            at: Self.base, headers: [])
        #expect(
            text(request) == "POST \(Self.api)/workflows/argo/submit\n"
                + #"{"namespace":"argo","resourceKind":"ClusterWorkflowTemplate","resourceName":"t","submitOptions":{}}"#
        )
    }

    @Test(arguments: [
        (ResourceKind.workflowTemplate, "workflow-templates/argo", #"{"namespace":"argo","template":{"a":1.0}}"#),
        (.clusterWorkflowTemplate, "cluster-workflow-templates", #"{"template":{"a":1.0}}"#),
        (.cronWorkflow, "cron-workflows/argo", #"{"namespace":"argo","cronWorkflow":{"a":1.0}}"#),
    ])
    func speaksOfEveryKindOfResource(_ kind: ResourceKind, _ path: String, _ body: String) throws {
        let routes = ArgoResourceRoutes(kind: kind)
        let manifest: ValueTree = ["a": .number("1.0")]
        var query = ResourceQuery(namespace: "argo")
        query.labelSelector = "a=b"
        let requests = [
            try routes.list(query, limit: query.pageSize, cursor: "t/o=").request(at: Self.base, headers: []),
            try routes.get("n", namespace: "argo").request(at: Self.base, headers: []),
            try routes.create(manifest, namespace: "argo").request(at: Self.base, headers: []),
            try routes.replace("n", manifest, namespace: "argo").request(at: Self.base, headers: []),
            try routes.delete("n", namespace: "argo").request(at: Self.base, headers: []),
        ]
        #expect(
            requests.map(text) == [
                "GET \(Self.api)/\(path)?listOptions.labelSelector=a%3Db&listOptions.limit=500"
                    + "&listOptions.continue=t%2Fo%3D\n",
                "GET \(Self.api)/\(path)/n\n",
                "POST \(Self.api)/\(path)\n\(body)",
                "PUT \(Self.api)/\(path)/n\n\(body)",
                "DELETE \(Self.api)/\(path)/n\n",
            ])
    }

    @Test(arguments: [
        (ResourceKind.workflowTemplate, "workflow-templates/"),
        (.clusterWorkflowTemplate, "cluster-workflow-templates"), (.cronWorkflow, "cron-workflows/"),
    ])
    func listsResourcesOfAllNamespaces(_ kind: ResourceKind, _ path: String) throws {
        let query = ResourceQuery(namespace: nil)
        #expect(try url(ArgoResourceRoutes(kind: kind).list(query, limit: nil, cursor: nil)) == "\(Self.api)/\(path)")
    }

    @Test func asksForTheVersion() throws { #expect(try url(ArgoEndpoints.version) == "\(Self.api)/version") }
}
