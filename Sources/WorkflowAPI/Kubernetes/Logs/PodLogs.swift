import WorkflowModel

/// The pods of one workflow and what they write.
struct PodLogs: Sendable {
    let client: APIClient
    var query: LogQuery

    /// Whether the run has come to its end.
    func isOver() async throws -> Bool {
        try await client.send(KubernetesEndpoints.identity(query.workflow)).isFinished
    }

    /// The pods that have the container, in the order of their making.
    func pods() async throws -> [Pod] {
        var pods: [(created: Timestamp, pod: Pod)] = []
        try await ClusterList(client: client, pageSize: 500).read { limit, cursor in
            KubernetesEndpoints.listPods(query, limit: limit, cursor: cursor)
        } each: { item in
            let pod = Pod(item)
            if pod.has(container: query.container) { pods.append((pod.createdAt ?? .zero, pod)) }
        }
        return pods.sorted { ($0.created, $0.pod.name) < ($1.created, $1.pod.name) }.map(\.pod)
    }

    /// Hands over the lines of one pod, as many at a time as have come together.
    func read(_ pod: String, each body: ([LogEntry]) async throws -> Void) async throws {
        var framer = LineFramer(limit: 64 << 20)
        var times = LogTimeReader()
        let container = query.container
        func entry(_ line: ArraySlice<UInt8>) -> LogEntry {
            guard let (time, length) = times.time(of: line.span) else {
                return LogEntry(pod: pod, container: container, content: line)
            }
            return LogEntry(
                pod: pod, container: container, time: time, timeText: line.prefix(length),
                content: line.dropFirst(length + 1))
        }
        do {
            try await client.stream(
                KubernetesEndpoints.log(query, pod: pod), idle: query.follows ? nil : client.server.timeout
            ) { _, piece in
                let lines = try framer.append(piece)
                if !lines.isEmpty { try await body(lines.map(entry)) }
                return .proceed
            }
            if let line = framer.finish() { try await body([entry(line)]) }
        } catch let error as BackendError where query.pod == nil && error.isAboutOnePod {
            // The others are not to suffer from one that has gone, or has not begun.
            client.note?("pod '\(pod)': \(error.message)")
        }
    }
}

extension BackendError {
    /// It is gone, or its container waits to start or had no instance before.
    fileprivate var isAboutOnePod: Bool {
        switch self {
        case .notFound, .invalid: true
        default: false
        }
    }
}
