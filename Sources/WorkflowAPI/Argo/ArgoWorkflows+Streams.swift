import DocumentKit
import WorkflowModel

extension ArgoWorkflows {
    func logs(_ query: LogQuery, each body: (LogEntry) throws -> Void) async throws {
        let idle = query.follows ? nil : client.server.timeout
        try await messages(
            ArgoEndpoints.logs(query), ifUnknown: .ask(ArgoEndpoints.logs(query, route: "logs")), idle: idle
        ) { message in
            switch message {
            case .text(let line): try body(LogEntry(pod: query.pod ?? "", content: line))
            case .json(let bytes):
                switch try ArgoFrame(bytes) {
                case .empty: break
                case .end: throw BackendError.truncated("the server ended the log before its end")
                case .result(let entry): try body(LogEntry(entry, pod: query.pod))
                }
            }
            return .proceed
        }
    }

    func watch(
        _ reference: WorkflowReference, each body: (WorkflowEvent) throws -> StreamControl
    ) async throws {
        try await messages(
            ArgoEndpoints.watchWorkflow(reference), ifUnknown: .throw(.unsupported("a watch of workflows", by: .argo)),
            idle: nil
        ) { message in
            guard case .json(let bytes) = message else {
                throw BackendError.malformed("the answer is not the stream of events it should be")
            }
            switch try ArgoFrame(bytes) {
            case .empty: return .proceed
            case .end: return .stop
            case .result(let result):
                guard let object = result["object"], object.kind == .object else { return .proceed }
                return switch result["type"]?.string {
                case "ADDED", "MODIFIED": try body(.changed(Workflow(object)))
                case "DELETED": try body(.deleted(Workflow(object)))
                default: .proceed
                }
            }
        }
    }

    private func messages(
        _ endpoint: Endpoint<Void>, ifUnknown: APIClient.UnknownRoute<Void>, idle: Duration?,
        each body: (ArgoFrameReader.Message) throws -> StreamControl
    ) async throws {
        var reader = ArgoFrameReader()
        try await client.stream(endpoint, ifUnknown: ifUnknown, idle: idle) { head, piece in
            try reader.append(piece, of: head, each: body)
        }
        try reader.finish(each: body)
    }
}

extension LogEntry {
    /// Reads `{"content":"hello","podName":"x-1"}`.
    fileprivate init(_ entry: DocumentValue, pod: String?) {
        var content = entry["content"]?.utf8 ?? []
        if content.last == UInt8(ascii: "\n") { content.removeLast() }
        self.init(pod: entry["podName"]?.string ?? pod ?? "", content: content)
    }
}
