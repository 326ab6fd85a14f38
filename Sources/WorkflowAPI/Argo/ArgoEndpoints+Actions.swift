import DocumentKit
import WorkflowModel

extension ArgoEndpoints {
    /// `PUT /api/v1/workflows/{namespace}/{name}/stop`
    static func perform(_ action: WorkflowAction, on reference: WorkflowReference) -> Endpoint<Workflow> {
        let verb =
            switch action {
            case .stop: "stop"
            }
        var endpoint = Endpoint(.put, workflow(reference) + [verb]) { Workflow(try stored($0)) }
        // Stopped twice is stopped.
        endpoint.isRepeatable = true
        endpoint.body = ["name": .string(reference.name), "namespace": .string(reference.namespace)]
        return endpoint
    }
}
