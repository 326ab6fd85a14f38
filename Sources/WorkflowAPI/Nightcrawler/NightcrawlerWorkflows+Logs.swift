import DocumentKit
import WorkflowModel

extension NightcrawlerWorkflows {
    /// Lines come with the execution; following looks at it until it is over.
    var followsToTheEnd: Bool { true }

    /// A dashboard knows of none.
    var readsAllContainers: Bool { false }

    func logs(
        _ query: LogQuery, each body: (LogEntry) throws -> Void, between: (LogMark) throws -> Void
    ) async throws {
        let refusals: [(Bool, String)] = [
            (query.previous, "logs of an earlier instance"), (query.selector?.isEmpty == false, "labels"),
            (query.container != "main" && query.container != "", "containers"),
        ]
        for case (true, let feature) in refusals { throw BackendError.unsupported(feature, by: .nightcrawler) }
        let id = try await id(of: query.workflow)
        var reader = try InlineLogReader(query, now: client.time.wallTime())
        let patience = WatchPatience(outage: [])
        var quietRounds = 0
        while true {
            let execution = try await execution(id)
            quietRounds = try reader.read(execution, each: body) > 0 ? 0 : quietRounds + 1
            try between(.pause)
            guard query.follows, !execution.progress.isOver else {
                if let step = query.pod, !execution.steps.contains(where: { $0.name == step }) {
                    throw BackendError.notFound("workflow '\(id.name)' has no step '\(step)'")
                }
                return
            }
            try await client.time.sleep(patience.pollingPause(after: quietRounds))
        }
    }

    /// A dashboard keeps the log within the execution itself.
    func archivedLog(_ artifact: LogArtifact, each body: (ArraySlice<UInt8>) throws -> Void) async throws {
        throw BackendError.unsupported("logs kept as artifacts", by: .nightcrawler)
    }
}
