import DocumentKit
import WorkflowModel

extension ArgoWorkflows {
    func logs(_ query: LogQuery, each body: (LogEntry) throws -> Void) async throws {
        let idle = query.follows ? nil : client.server.timeout
        var decoder = LogFrameDecoder(pod: query.pod)
        try await messages(
            ArgoEndpoints.logs(query), ifUnknown: .ask(ArgoEndpoints.logs(query, route: "logs")), idle: idle
        ) { message in
            if let entry = try decoder.decode(message) { try body(entry) }
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
            switch try ArgoFrame(Array(bytes)) {
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
