import DocumentKit
import WorkflowModel

extension KubernetesWorkflows {
    /// Lines come from the pods, and a pod's stream ends whenever its container does.
    var followsToTheEnd: Bool { false }

    func logs(
        _ query: LogQuery, each body: (LogEntry) throws -> Void, pause: () throws -> Void
    ) async throws {
        var query = query
        query.workflow = try await resolved(query.workflow)
        let logs = PodLogs(client: client, query: query)
        // A workflow that is not there is an error, one without pods is not.
        _ = try await logs.isOver()
        let pattern = if let grep = query.grep { try LinePattern(grep) } else { nil as LinePattern? }
        func take(_ entries: [LogEntry]) throws {
            for entry in entries where pattern?.matches(entry.content) != false { try body(entry) }
            try pause()
        }
        if query.follows {
            try await PodLogFollower(logs: logs, time: client.time).follow(each: take)
        } else {
            for pod in try await logs.pods() where pod.hasStarted(query.container) {
                try await logs.read(pod.name, each: take)
            }
        }
    }
}
