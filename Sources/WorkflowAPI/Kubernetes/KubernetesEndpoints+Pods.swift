import DocumentKit
import WorkflowModel

extension KubernetesEndpoints {
    private static func pods(_ namespace: String) -> [String] { ["api", "v1", "namespaces", namespace, "pods"] }

    /// `GET /api/v1/namespaces/{namespace}/pods?labelSelector=workflows.argoproj.io/workflow%3D{name}`
    static func listPods(_ query: LogQuery, limit: Int?, cursor: String?) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: pods(query.workflow.namespace))
        var labels = "workflows.argoproj.io/workflow=" + query.workflow.name
        if let selector = query.selector, !selector.isEmpty { labels += "," + selector }
        endpoint.query = [.init("labelSelector", labels)]
        if let pod = query.pod { endpoint.query.append(.init("fieldSelector", "metadata.name=" + pod)) }
        if let limit { endpoint.query.append(.init("limit", String(limit))) }
        if let cursor { endpoint.query.append(.init("continue", cursor)) }
        return endpoint
    }

    /// `GET …/pods/{pod}/log?container=main&timestamps=true&follow&previous&tailLines&sinceSeconds|sinceTime`
    ///
    /// Times are always asked for: a log that breaks off is taken up again by them.
    static func log(_ query: LogQuery, of source: LogSource) -> Endpoint<Void> {
        var endpoint = Endpoint(streaming: pods(query.workflow.namespace) + [source.pod, "log"])
        // What comes is text, whatever the cluster calls it.
        endpoint.accept = "*/*"
        endpoint.maySayNothing = query.follows
        endpoint.query = [.init("container", source.container), .init("timestamps", "true")]
        if query.follows { endpoint.query.append(.init("follow", "true")) }
        if query.previous { endpoint.query.append(.init("previous", "true")) }
        if let tail = query.tail { endpoint.query.append(.init("tailLines", String(tail))) }
        // The cluster takes one of them, and counts in whole seconds.
        if let time = query.place?.latest[source] {
            // A line of the container's other stream may be stamped a little earlier and follow all the same.
            endpoint.query.append(.init("sinceTime", Timestamp(seconds: time.seconds - 2).rfc3339))
        } else if let time = query.sinceTime {
            endpoint.query.append(.init("sinceTime", time.rfc3339))
        } else if let seconds = query.sinceSeconds {
            endpoint.query.append(.init("sinceSeconds", String(seconds)))
        }
        return endpoint
    }
}
