import DocumentKit
import WorkflowModel

extension KubernetesWorkflows {
    /// Lines come from the pods, and a pod's stream ends whenever its container does.
    var followsToTheEnd: Bool { false }

    var readsAllContainers: Bool { true }

    func logs(
        _ query: LogQuery, each body: (LogEntry) throws -> Void, between: (LogMark) throws -> Void
    ) async throws {
        var query = query
        query.workflow = try await resolved(query.workflow)
        let logs = PodLogs(client: client, query: query)
        // A workflow that is not there is an error, one without pods is not.
        _ = try await logs.isOver()
        let pattern = if let grep = query.grep { try LinePattern(grep) } else { nil as LinePattern? }
        func take(_ piece: PodLogs.Piece) throws {
            switch piece {
            case .lines(let entries):
                for entry in entries where pattern?.matches(entry.content) != false { try body(entry) }
                try between(.pause)
            case .restart(let restart): try between(.restart(restart))
            }
        }
        if query.follows {
            try await PodLogFollower(logs: logs, time: client.time).follow(each: take)
        } else {
            let containers = try await logs.containers()
            if containers.count == 1 { return try await logs.read(containers[0], each: take) }
            try await LogsByTime(logs: logs).read(containers, each: take)
        }
    }

    /// A cluster does not look into the storage of artifacts. A pod that is there has said what it had to say.
    func archivedLog(_ artifact: LogArtifact, each body: (ArraySlice<UInt8>) throws -> Void) async throws {
        var query = LogQuery(workflow: artifact.workflow)
        query.pod = artifact.pod
        query.container = artifact.container
        guard try await PodLogs(client: client, query: query).containers().isEmpty else { return }
        throw BackendError.unsupported("logs kept as artifacts", by: .kubernetes)
    }
}
