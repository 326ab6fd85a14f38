import DocumentKit
import WorkflowModel

extension ArgoEndpoints {
    /// `GET /api/v1/workflows/{namespace}/{name}?fields=…`
    static func getWorkflow(_ reference: WorkflowReference, fields: FieldSelection) -> Endpoint<Workflow> {
        var endpoint = Endpoint(.get, workflow(reference)) { Workflow(try stored($0)) }
        if let paths = fields.paths { endpoint.query = [.init("fields", paths.joined(separator: ","))] }
        return endpoint
    }

    /// `GET /api/v1/workflows/{namespace}/{name}/status`, where a server knows that form only.
    ///
    /// It answers with the workflow or with its status alone; the latter gets its metadata here.
    static func getStatus(_ reference: WorkflowReference) -> Endpoint<Workflow> {
        Endpoint(.get, workflow(reference) + ["status"]) { value in
            let value = try object(value)
            if value["status"]?.kind == .object || value["metadata"]?.kind == .object { return Workflow(value) }
            let tree: ValueTree = [
                "metadata": ["name": .string(reference.name), "namespace": .string(reference.namespace)],
                "status": value.tree,
            ]
            return Workflow(tree.document().root)
        }
    }

    /// `DELETE /api/v1/workflows/{namespace}/{name}[?force=true]`
    static func deleteWorkflow(_ reference: WorkflowReference, force: Bool) -> Endpoint<Void> {
        var endpoint = Endpoint(.delete, workflow(reference)) { _ in }
        if force { endpoint.query = [.init("force", "true")] }
        endpoint.allowsEmptyAnswer = true
        return endpoint
    }

    /// `GET /api/v1/workflow-events/{namespace}`, the stream of one workflow's changes.
    ///
    /// Version 0 begins with the current state. Of `fields` the server takes the paths within its frames, whose errors
    /// it empties unless they are named.
    static func watchWorkflow(_ query: WatchQuery) -> Endpoint<Void> {
        let path = root + ["workflow-events", query.workflow.namespace]
        var endpoint = Endpoint(streaming: path, accept: Endpoint<Void>.eventStream)
        endpoint.maySayNothing = true
        endpoint.query = [
            .init("listOptions.fieldSelector", "metadata.name=" + query.workflow.name),
            .init("listOptions.resourceVersion", query.after ?? "0"),
            .init("listOptions.allowWatchBookmarks", "true"),
        ]
        if let paths = query.fields.paths {
            let framed = ["result.type"] + paths.map { "result.object." + $0 } + ["error"]
            endpoint.query.append(.init("fields", framed.joined(separator: ",")))
        }
        return endpoint
    }

    /// `GET /api/v1/workflows/{namespace}/{name}/log`; older servers call it `/logs`.
    ///
    /// The container is always named: a server that is not told any log option at all dies of it. Times are always
    /// asked for: a log that breaks off is taken up again by them.
    static func logs(_ query: LogQuery, route: String = "log") -> Endpoint<Void> {
        let path = workflow(query.workflow) + [route]
        var endpoint = Endpoint(streaming: path, accept: Endpoint<Void>.eventStream)
        endpoint.maySayNothing = query.follows
        endpoint.query = [
            .init("logOptions.container", query.container ?? "main"), .init("logOptions.timestamps", "true"),
        ]
        if query.follows { endpoint.query.append(.init("logOptions.follow", "true")) }
        if query.previous { endpoint.query.append(.init("logOptions.previous", "true")) }
        if let tail = query.tail { endpoint.query.append(.init("logOptions.tailLines", String(tail))) }
        if let seconds = [query.sinceSeconds, query.place?.age].compactMap(\.self).min() {
            endpoint.query.append(.init("logOptions.sinceSeconds", String(seconds)))
        }
        if let pod = query.pod { endpoint.query.append(.init("podName", pod)) }
        if let grep = query.grep, LinePattern.meansTheSameBehindATime(grep) {
            endpoint.query.append(.init("grep", grep))
        }
        if let selector = query.selector { endpoint.query.append(.init("selector", selector)) }
        return endpoint
    }

    /// `GET /artifacts/{namespace}/{name}/{node}/main-logs`, which is not under `/api/v1`.
    static func artifact(_ artifact: LogArtifact) -> Endpoint<Void> {
        self.artifact(
            ["artifacts", artifact.workflow.namespace, artifact.workflow.name, artifact.node, artifact.name])
    }

    /// `GET /artifacts-by-uid/{uid}/{node}/main-logs`, for workflows that only the archive has.
    static func artifactByUID(_ artifact: LogArtifact) -> Endpoint<Void> {
        self.artifact(["artifacts-by-uid", artifact.uid, artifact.node, artifact.name])
    }

    /// The server says 500 where the storage does not have what it should.
    private static func artifact(_ path: [String]) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: path, accept: "*/*")
        endpoint.meansRefusalBy500 = true
        return endpoint
    }
}
