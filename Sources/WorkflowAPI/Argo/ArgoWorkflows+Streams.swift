import DocumentKit
import WorkflowModel

extension ArgoWorkflows {
    /// An Argo Server follows until the run is over, but whoever stands between may end the stream before.
    var followsToTheEnd: Bool { false }

    var readsAllContainers: Bool { false }

    /// Six keep-alives that did not come: nobody is there any more.
    private static let longestSilence = Duration.seconds(90)

    func logs(
        _ query: LogQuery, each body: (LogEntry) throws -> Void, between: (LogMark) throws -> Void
    ) async throws {
        guard let container = query.container else {
            throw BackendError.unsupported("a log of all containers at once", by: .argo)
        }
        let pattern = if let grep = query.grep { try LinePattern(grep) } else { nil as LinePattern? }
        var decoder = LogFrameDecoder(pod: query.pod, container: container)
        var reader = ArgoFrameReader()
        func take(_ message: ArgoFrameReader.Message) throws -> StreamControl {
            if let entry = try decoder.decode(message), pattern?.matches(entry.content) != false { try body(entry) }
            return .proceed
        }
        try await client.stream(
            ArgoEndpoints.logs(query),
            ifUnknown: .ask(ArgoEndpoints.logs(query, route: "logs"), remembering: .logRoute),
            idle: query.follows ? Self.longestSilence : client.server.timeout
        ) { head, piece in
            let control = try reader.append(piece, of: head, each: take)
            try between(.pause)
            // Of several logs that never pause, each has its turn, however slow their reader is.
            await Task.yield()
            return control
        }
        try reader.finish(each: take)
        try between(.pause)
    }

    func archivedLog(_ artifact: LogArtifact, each body: (ArraySlice<UInt8>) throws -> Void) async throws {
        var log = KeptLog()
        do {
            try await client.stream(
                ArgoEndpoints.artifact(artifact), ifUnknown: .ask(ArgoEndpoints.artifactByUID(artifact)),
                idle: client.server.timeout
            ) { _, piece in
                try log.append(piece, each: body)
                return .proceed
            }
        } catch BackendError.server(status: 404, _) {
            // Of artifacts a server says so in plain words, as others say that they do not know the route.
            throw BackendError.notFound("the server does not have it, or not yet")
        }
        try log.finish(each: body)
    }

    func watch(_ query: WatchQuery, each body: (WorkflowEvent) throws -> StreamControl) async throws {
        var reader = ArgoFrameReader()
        try await client.stream(
            ArgoEndpoints.watchWorkflow(query),
            ifUnknown: .throw(.unsupported("a watch of workflows", by: .argo), remembering: .watchRoute),
            idle: query.idle
        ) { head, piece in
            var isQuiet = true
            let control = try reader.append(piece, of: head) { message in
                guard let event = try Self.event(message) else { return .stop }
                isQuiet = false
                return try body(event)
            }
            return isQuiet && control == .proceed ? try body(.unchanged(version: nil)) : control
        }
        try reader.finish { message in try Self.event(message).map(body) ?? .stop }
    }

    /// What a message of a watch says; nil at the server's own end.
    private static func event(_ message: ArgoFrameReader.Message) throws(BackendError) -> WorkflowEvent? {
        guard case .json(let bytes) = message else {
            throw .malformed("the answer is not the stream of events it should be")
        }
        switch try ArgoFrame(Array(bytes)) {
        case .empty: return .unchanged(version: nil)
        case .end: return nil
        case .result(let result):
            guard let object = result["object"], object.kind == .object else { return .unchanged(version: nil) }
            let workflow = Workflow(object)
            return switch result["type"]?.string {
            case "ADDED", "MODIFIED": .changed(workflow)
            case "DELETED": .deleted(workflow)
            case "BOOKMARK": .unchanged(version: workflow.resourceVersion)
            default: .unchanged(version: nil)
            }
        }
    }
}
