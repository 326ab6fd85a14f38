import DocumentKit
import WorkflowAPI
import WorkflowModel

extension FakeArgoServer.State {
    /// A workflow's log as events, filtered as the server filters it.
    func log(_ request: LoopbackRequest, _ name: String, _ namespace: String) -> LoopbackAnswer {
        guard let index = index(of: name, namespace) else {
            return failed(404, 5, "workflows.argoproj.io \"\(name)\" not found")
        }
        // The real one dies here.
        guard let container = request[query: "logOptions.container"] else {
            return .raw([.cut])
        }
        var lines = (logs[workflows[index].name] ?? []).filter { $0.container == container }
        if let pod = request[query: "podName"] { lines.removeAll { $0.pod != pod } }
        if let since = request[query: "logOptions.sinceSeconds"].flatMap({ Int($0) }) {
            let start = behaviour.now() + behaviour.clockError - .seconds(since)
            lines.removeAll { $0.time < start }
        }
        if let tail = request[query: "logOptions.tailLines"].flatMap({ Int($0) }) {
            var counts: [String: Int] = [:]
            lines = lines.reversed().filter { line in
                counts[line.pod, default: 0] += 1
                return counts[line.pod, default: 0] <= tail
            }.reversed()
        }
        // Behind what the cluster does: it sends the end of each log.
        if let grep = request[query: "grep"] { lines.removeAll { !$0.content.contains(grep) } }
        let showsTimes = request[query: "logOptions.timestamps"] == "true" && !behaviour.forgetsLineTimes
        let frames = lines.map { line in
            let content = showsTimes ? "\(line.time.rfc3339) \(line.content)" : line.content
            return frame(["result": ["content": .string(content), "podName": .string(line.pod)]])
        }
        return events(frames + (streamEnds[workflows[index].name] ?? []))
    }

    /// The current state of one workflow unless the client knows it, the changes that the test has put in, and the end.
    func watch(_ request: LoopbackRequest, namespace: String) -> LoopbackAnswer {
        let prefix = "metadata.name="
        guard let selector = request[query: "listOptions.fieldSelector"], selector.hasPrefix(prefix),
            let index = index(of: String(selector.dropFirst(prefix.count)), namespace)
        else { return failed(404, 5, "workflows.argoproj.io not found") }
        let workflow = workflows[index]
        var parts: [LoopbackAnswer.Part] = []
        let version = request[query: "listOptions.resourceVersion"]
        if version.map({ .string($0) }) != workflow[path: "metadata", "resourceVersion"] || isOver(workflow) {
            parts.append(
                frame(["result": ["type": "ADDED", "object": projected(workflow, request, prefix: Self.framed)]]))
        }
        parts.append(.text(":\n"))
        for change in changes[workflow.name] ?? [] {
            let isGone = change == .null
            let object = projected(isGone ? workflow : change, request, prefix: Self.framed)
            parts.append(frame(["result": ["type": isGone ? "DELETED" : "MODIFIED", "object": object]]))
        }
        let end = frame([
            "error": ["grpc_code": 8, "http_code": 429, "message": "EOF", "http_status": "Too Many Requests"]
        ])
        return events(parts + (streamEnds[workflow.name] ?? [end]))
    }

    /// The path of objects within the frames of a watch.
    private static let framed = "result.object."

    /// Its version does not tell: tests change phases and leave it.
    private func isOver(_ workflow: ValueTree) -> Bool {
        workflow.labels["workflows.argoproj.io/completed"] == "true"
    }

    /// `data: {…} ⏎⏎`, with the space that the server puts before the newline.
    private func frame(_ tree: ValueTree) -> LoopbackAnswer.Part {
        .text("data: " + JSONWriter.text(tree, style: .compact) + " \n\n")
    }

    private func events(_ parts: [LoopbackAnswer.Part], status: Int = 200) -> LoopbackAnswer {
        LoopbackAnswer(
            status: status, headers: [.init("Content-Type", "text/event-stream")], framing: .chunked(), parts: parts)
    }

    /// An error before the first message has the status, and a body that is an event all the same.
    private func failed(_ status: Int, _ code: Int, _ message: String) -> LoopbackAnswer {
        let error: ValueTree = [
            "grpc_code": .number(code), "http_code": .number(status), "message": .string(message),
        ]
        return events([frame(["error": error])], status: status)
    }
}
