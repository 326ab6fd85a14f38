import DocumentKit
import WorkflowModel

extension ArgoEndpoints {
    /// `PUT /api/v1/workflows/{namespace}/{name}/stop`, or the like.
    static func perform(_ action: WorkflowAction, on reference: WorkflowReference) -> Endpoint<Workflow> {
        var body: ValueTree = ["name": .string(reference.name), "namespace": .string(reference.namespace)]
        let verb: String
        switch action {
        case .stop: verb = "stop"
        case .fail(let nodes, let message):
            verb = "stop"
            body["nodeFieldSelector"] = .string(nodes.text)
            body["message"] = message.map(ValueTree.string)
        case .terminate: verb = "terminate"
        case .suspend: verb = "suspend"
        case .resume(let nodes):
            verb = "resume"
            body["nodeFieldSelector"] = (nodes?.text).map(ValueTree.string)
        }
        var endpoint = Endpoint(.put, workflow(reference) + [verb]) { Workflow(try stored($0)) }
        // Stopped twice is stopped; steps that are picked once more are waiting no longer.
        endpoint.isRepeatable = action.selector == nil
        endpoint.body = body
        return endpoint
    }
}
