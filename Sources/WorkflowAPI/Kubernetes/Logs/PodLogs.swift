import WorkflowModel

/// The pods of one workflow and what they write.
struct PodLogs: Sendable {
    /// What comes of one container.
    enum Piece: Sendable {
        /// As many lines as have come together.
        case lines([LogEntry])
        case restart(LogRestart)
    }

    let client: APIClient
    var query: LogQuery

    /// Whether the run has come to its end.
    func isOver() async throws -> Bool {
        try await client.send(KubernetesEndpoints.identity(query.workflow)).isFinished
    }

    /// The containers that are wanted and have begun to write, in the order in which their pods were made.
    func containers() async throws -> [PodContainer] {
        var pods: [(created: Timestamp, pod: Pod)] = []
        try await ClusterList(client: client, pageSize: 500).read { limit, cursor in
            KubernetesEndpoints.listPods(query, limit: limit, cursor: cursor)
        } each: { item in
            let pod = Pod(item)
            pods.append((pod.createdAt ?? .zero, pod))
        }
        pods.sort { ($0.created, $0.pod.name) < ($1.created, $1.pod.name) }
        return pods.flatMap { _, pod in
            pod.containers(answering: query.container).filter(pod.hasStarted).map { PodContainer($0, of: pod) }
        }
    }

    /// Hands over the lines of one container; of one that was started again, those of the instance before come first.
    func read(_ container: PodContainer, each body: (Piece) async throws -> Void) async throws {
        if var restart = container.restart, !query.previous {
            restart.before = query.tail == nil ? try await readPrevious(container.source, each: body) : .leftOut
            try await body(.restart(restart))
        }
        do {
            try await read(query, container.source, each: body)
        } catch let error as BackendError
            where query.pod == nil && error.isAboutOnePod || query.follows && error.isTooEarly
        {
            // The others are not to suffer from one that has gone, or has not begun; whoever follows asks it again.
            client.note?("pod '\(container.source.pod)': \(error.message)")
        }
    }

    /// A cluster keeps one instance before the present one, for a while.
    private func readPrevious(
        _ source: LogSource, each body: (Piece) async throws -> Void
    ) async throws -> LogRestart.Before {
        var query = query
        query.previous = true
        query.follows = false
        do {
            try await read(query, source, each: body)
            return .shown
        } catch let error as BackendError where error.isAboutOnePod { return .gone }
    }

    private func read(
        _ query: LogQuery, _ source: LogSource, each body: (Piece) async throws -> Void
    ) async throws {
        var framer = LineFramer(ending: .lineFeedAlone, limit: 64 << 20)
        var times = LogTimeReader()
        func entry(_ line: ArraySlice<UInt8>) -> LogEntry {
            guard let (time, length) = times.time(of: line.span) else {
                return LogEntry(pod: source.pod, container: source.container, content: line)
            }
            return LogEntry(
                pod: source.pod, container: source.container, time: time, timeText: line.prefix(length),
                content: line.dropFirst(length + 1))
        }
        try await client.stream(
            KubernetesEndpoints.log(query, of: source), idle: query.follows ? nil : client.server.timeout
        ) { _, piece in
            let lines = try framer.append(piece)
            if !lines.isEmpty { try await body(.lines(lines.map(entry))) }
            return .proceed
        }
        guard let rest = framer.finish() else { return }
        let last = entry(rest)
        // A stream may be closed in good order in the middle of a line; one that ended without a line feed has its time.
        if query.follows {
            let isRunning = try await containers().contains { $0.source == source && $0.isRunning }
            if last.time == nil || isRunning {
                throw BackendError.truncated("the log ended in the middle of a line")
            }
        }
        try await body(.lines([last]))
    }
}

extension BackendError {
    /// `container "main" in pod "a" is waiting to start: ContainerCreating`, though it had started when the pods were
    /// listed: it is being started again.
    fileprivate var isTooEarly: Bool {
        if case .invalid(let text) = self { text.contains("waiting to start") } else { false }
    }

    /// It is gone, or its container waits to start or had no instance before.
    fileprivate var isAboutOnePod: Bool {
        switch self {
        case .notFound, .invalid: true
        default: false
        }
    }
}
