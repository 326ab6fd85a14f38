import DocumentKit
import WorkflowModel

extension KubernetesWorkflows {
    /// A cluster says something at least once a minute, if only a bookmark.
    private static let longestSilence = Duration.seconds(90)

    /// Begins with the workflow itself: a watch of a name that is not there would wait for it to come.
    func watch(_ query: WatchQuery, each body: (WorkflowEvent) throws -> StreamControl) async throws {
        var reference = query.workflow
        var version = query.after
        if version == nil || reference.isLatest {
            let workflow = try await stored(reference)
            reference.name = workflow.name
            version = workflow.resourceVersion
            guard try body(.changed(PackedNodes.unpacked(workflow))) == .proceed else { return }
        }
        var framer = LineFramer(limit: 64 << 20)
        func take(_ line: ArraySlice<UInt8>) throws -> StreamControl {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { return .proceed }
            return try body(try WatchEventReader.event(Array(line)))
        }
        try await client.stream(
            KubernetesEndpoints.watchWorkflow(reference, after: version ?? "0"),
            idle: query.idle.map { max($0, Self.longestSilence) }
        ) { _, piece in
            for line in try framer.append(piece) where try take(line) == .stop { return .stop }
            return .proceed
        }
        if let line = framer.finish() { _ = try take(line) }
    }
}

/// Reads the events of a watch, one a line.
///
/// ```
/// {"type":"MODIFIED","object":{"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow","metadata":{…}}}
/// {"type":"BOOKMARK","object":{"kind":"Workflow","metadata":{"resourceVersion":"12746"}}}
/// {"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old resource version…"}}
/// ```
enum WatchEventReader {
    static func event(_ bytes: [UInt8]) throws(BackendError) -> WorkflowEvent {
        let root = try AnswerDocument.read(bytes).root
        guard let type = root["type"]?.string, let object = root["object"], object.kind == .object else {
            throw .malformed("the answer is not the stream of events it should be")
        }
        switch type {
        case "ADDED", "MODIFIED", "DELETED":
            let workflow = PackedNodes.unpacked(
                Workflow(KubernetesEndpoints.identified(object, kind: KubernetesEndpoints.workflowKind)))
            return type == "DELETED" ? .deleted(workflow) : .changed(workflow)
        case "BOOKMARK": return .unchanged(version: Workflow(object).resourceVersion)
        case "ERROR":
            let message = object["message"]?.string ?? "the cluster broke off the watch and gave no reason"
            throw BackendError(status: object["code"]?.int ?? 500, message: message)
        default: return .unchanged(version: nil)
        }
    }
}
