import DocumentKit

extension FakeDashboard.State {
    func listDefinitions(_ request: LoopbackRequest) -> LoopbackAnswer {
        let search = request[query: "search"]?.lowercased()
        let found = definitions.filter { definition in
            for key in ["status", "priority"] {
                if let wanted = request[query: key], definition[key]?.string != wanted { return false }
            }
            guard let search else { return true }
            return ["name", "description"].contains { definition[$0]?.string?.lowercased().contains(search) == true }
        }
        let size = min(Self.number(request, "pageSize") ?? 10, behaviour.pageLimit)
        let page = Self.number(request, "page") ?? 1
        return list("workflows", found, from: (page - 1) * size, size: size) {
            $0["page"] = .number(page)
            $0["pageSize"] = .number(size)
        }
    }

    /// Without what only a single execution shows.
    func listExecutions(of definition: String, _ request: LoopbackRequest) -> LoopbackAnswer {
        let status = request[query: "status"]
        if let status, behaviour.rejectsUndocumentedStatus, !["completed", "failed", "running"].contains(status) {
            return error(400, "unknown status")
        }
        let found = (executions[definition] ?? []).filter { execution in
            behaviour.ignoresStatus || status == nil || execution["status"]?.string == status
        }
        let size = min(Self.number(request, "limit") ?? 10, behaviour.pageLimit)
        let offset = Self.number(request, "offset") ?? 0
        let short = found.map { execution in
            var execution = execution
            for key in ["workflowId", "stepExecutions", "parameters"] { execution[key] = nil }
            return execution
        }
        return list("executions", short, from: offset, size: size) {
            $0["limit"] = .number(size)
            $0["offset"] = .number(offset)
        }
    }

    private func list(
        _ key: String, _ items: [ValueTree], from offset: Int, size: Int, envelope: (inout ValueTree) -> Void
    ) -> LoopbackAnswer {
        let start = behaviour.ignoresOffset ? 0 : offset
        var answer: ValueTree = [:]
        answer[key] = .array(Array(items.dropFirst(start).prefix(size)))
        if !behaviour.forgetsTotal { answer["total"] = .number(items.count + behaviour.hiddenCount) }
        envelope(&answer)
        return json(answer)
    }

    private static func number(_ request: LoopbackRequest, _ name: String) -> Int? {
        request[query: name].flatMap { Int($0) }
    }
}
