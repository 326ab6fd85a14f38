import DocumentKit
import WorkflowAPI
import WorkflowModel

extension FakeKubernetes.State {
    /// What came after the version that was asked for: the state if it is another one, then what the test has announced.
    func watch(_ request: LoopbackRequest, _ namespace: String) -> LoopbackAnswer {
        let name = (request[query: "fieldSelector"] ?? "").replacing("metadata.name=", with: "")
        var parts: [LoopbackAnswer.Part] = []
        if let index = index(of: name, in: "workflows", namespace), let tree = objects["workflows"]?[index],
            tree[path: "metadata", "resourceVersion"]?.string != request[query: "resourceVersion"]
        {
            parts.append(event("MODIFIED", tree))
        }
        parts += (announced[name] ?? []).map { .text($0 + "\n") }
        return stream(parts)
    }

    func log(_ request: LoopbackRequest, _ pod: String, _ namespace: String) -> LoopbackAnswer {
        guard let tree = pods.first(where: { $0.name == pod && $0.namespace == namespace }) else {
            return status(404, "NotFound", "pods \"\(pod)\" not found")
        }
        let container = request[query: "container"] ?? ""
        guard request[query: "sinceTime"] == nil || request[query: "sinceSeconds"] == nil else {
            return status(422, "Invalid", "at most one of `sinceTime` or `sinceSeconds` may be specified")
        }
        if tree[path: "status", "phase"]?.string == "Pending" {
            return status(
                400, "BadRequest", "container \"\(container)\" in pod \"\(pod)\" is waiting to start: PodInitializing")
        }
        let isPrevious = request[query: "previous"] == "true"
        let all = isPrevious ? previousLines[pod] : lines[pod]
        var lines = (all ?? []).filter { $0.container == container }
        if isPrevious, lines.isEmpty {
            return status(
                400, "BadRequest", "previous terminated container \"\(container)\" in pod \"\(pod)\" not found")
        }
        if let text = request[query: "sinceTime"], let time = Timestamp(rfc3339: text) {
            lines.removeAll { $0.time < time }
        }
        if let tail = request[query: "tailLines"].flatMap({ Int($0) }) { lines = lines.suffix(tail) }
        let text = lines.map { "\($0.time.rfc3339) \($0.content)\n" }
        return LoopbackAnswer(
            headers: [.init("Content-Type", "text/plain")], framing: .chunked(),
            parts: text.map { .text($0) } + streamEnd)
    }

    private func event(_ type: String, _ tree: ValueTree) -> LoopbackAnswer.Part {
        .text(JSONWriter.text(["type": .string(type), "object": tree], style: .compact) + "\n")
    }

    private func stream(_ parts: [LoopbackAnswer.Part]) -> LoopbackAnswer {
        LoopbackAnswer(
            headers: [.init("Content-Type", "application/json")], framing: .chunked(), parts: parts + streamEnd)
    }
}
