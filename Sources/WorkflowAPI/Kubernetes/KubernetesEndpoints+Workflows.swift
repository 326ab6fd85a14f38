import DocumentKit
import WorkflowModel

extension KubernetesEndpoints {
    static let workflowKind = "Workflow"

    /// What a cluster sends of an object when only its metadata matters.
    private static let metadataOnly =
        "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1, application/json"
    private static let metadataListOnly =
        "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1, application/json"

    static func workflow(_ reference: WorkflowReference) -> [String] {
        collection("workflows", reference.namespace) + [reference.name]
    }

    /// `GET …/namespaces/{namespace}/workflows?labelSelector&fieldSelector&limit&continue`
    static func listWorkflows(
        _ query: WorkflowQuery, fields: String?, limit: Int?, cursor: String?
    ) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: collection("workflows", query.namespace))
        let options: [(String, String?)] = [
            ("labelSelector", query.labelConditions), ("fieldSelector", fields), ("limit", limit.map(String.init)),
            ("continue", cursor),
        ]
        for case (let name, let value?) in options { endpoint.query.append(.init(name, value)) }
        return endpoint
    }

    /// The names and times of a namespace's workflows.
    static func identities(namespace: String, limit: Int?, cursor: String?) -> Endpoint<Void> {
        var endpoint = listWorkflows(WorkflowQuery(namespace: namespace), fields: nil, limit: limit, cursor: cursor)
        endpoint.accept = metadataListOnly
        return endpoint
    }

    static func getWorkflow(_ reference: WorkflowReference) -> Endpoint<Workflow> {
        Endpoint(.get, workflow(reference)) { Workflow(try stored($0, kind: workflowKind)) }
    }

    /// A workflow's metadata: name, labels, times.
    static func identity(_ reference: WorkflowReference) -> Endpoint<Workflow> {
        var endpoint = getWorkflow(reference)
        endpoint.accept = metadataOnly
        return endpoint
    }

    /// `POST …/namespaces/{namespace}/workflows[?dryRun=All]`
    static func createWorkflow(_ manifest: ValueTree, namespace: String, dryRun: Bool = false) -> Endpoint<Workflow> {
        var endpoint = Endpoint(.post, collection("workflows", namespace)) {
            Workflow(try stored($0, kind: workflowKind))
        }
        if dryRun { endpoint.query = [.init("dryRun", "All")] }
        endpoint.body = identified(manifest, kind: workflowKind)
        return endpoint
    }

    /// `PUT …/{name}`; the version in it says what is replaced, so that nothing is ever replaced twice.
    static func replaceWorkflow(_ reference: WorkflowReference, _ tree: ValueTree) -> Endpoint<Workflow> {
        var endpoint = Endpoint(.put, workflow(reference)) { Workflow(try stored($0, kind: workflowKind)) }
        endpoint.isRepeatable = true
        endpoint.body = tree
        return endpoint
    }

    /// `PATCH …/{name}` with `{"spec":{"shutdown":"Stop"},"metadata":{"labels":{…}}}`; labels of nil go.
    static func shutDown(
        _ reference: WorkflowReference, _ strategy: String, labels: [WorkflowActor.Label]
    ) -> Endpoint<Workflow> {
        var change: ValueTree = ["spec": ["shutdown": .string(strategy)]]
        if !labels.isEmpty {
            let labels = labels.map { (key: $0.key, value: $0.value.map { .string($0) } ?? ValueTree.null) }
            change["metadata"] = ["labels": .object(ValueTree.Members(labels))]
        }
        return patch(workflow(reference), change) { Workflow(try stored($0, kind: workflowKind)) }
    }

    /// `PATCH …/{name}` with `{"metadata":{"finalizers":null}}`
    static func dropFinalizers(_ reference: WorkflowReference) -> Endpoint<Void> {
        patch(workflow(reference), ["metadata": ["finalizers": nil]]) { _ in }
    }

    /// `GET …/workflows?watch=true&fieldSelector=metadata.name%3D…&resourceVersion=…`
    static func watchWorkflow(_ reference: WorkflowReference, after version: String) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: collection("workflows", reference.namespace))
        endpoint.query = [
            .init("watch", "true"), .init("fieldSelector", "metadata.name=" + reference.name),
            .init("resourceVersion", version), .init("allowWatchBookmarks", "true"),
        ]
        return endpoint
    }
}
