import DocumentKit
import WorkflowModel

extension ArgoWorkflows {
    func logs(_ query: LogQuery, each body: (LogEntry) throws -> Void) async throws {
        var reader = ArgoFrameReader()
        let pod = query.pod ?? ""
        func take(_ message: [UInt8], isText: Bool) throws -> StreamControl {
            if isText {
                try body(LogEntry(pod: pod, content: message))
                return .proceed
            }
            switch try ArgoFrame(message) {
            case .empty: return .proceed
            case .end: return .stop
            case .result(let entry):
                var content = entry["content"]?.utf8 ?? []
                if content.last == UInt8(ascii: "\n") { content.removeLast() }
                try body(LogEntry(pod: entry["podName"]?.string ?? pod, content: content))
                return .proceed
            }
        }
        try await client.stream(
            ArgoEndpoints.logs(query), ifUnknown: .ask(ArgoEndpoints.logs(query, route: "logs")),
            idle: query.follows ? nil : client.server.timeout
        ) { head, piece in
            let isText = reader.isText
            return try reader.append(piece, of: head) { try take($0, isText: isText) }
        }
        let isText = reader.isText
        try reader.finish { try take($0, isText: isText) }
    }

    func watch(
        _ reference: WorkflowReference, each body: (WorkflowEvent) throws -> StreamControl
    ) async throws {
        var reader = ArgoFrameReader()
        func take(_ message: [UInt8]) throws -> StreamControl {
            guard case .result(let result) = try ArgoFrame(message) else { return .stop }
            guard let object = result["object"], object.kind == .object else { return .proceed }
            switch result["type"]?.string {
            case "ADDED", "MODIFIED": return try body(.changed(Workflow(object)))
            case "DELETED": return try body(.deleted(Workflow(object)))
            default: return .proceed
            }
        }
        try await client.stream(
            ArgoEndpoints.watchWorkflow(reference), ifUnknown: .throw(.unsupported("watching workflows", by: .argo)),
            idle: nil
        ) { head, piece in
            try reader.append(piece, of: head, each: take)
        }
        try reader.finish(each: take)
    }
}
