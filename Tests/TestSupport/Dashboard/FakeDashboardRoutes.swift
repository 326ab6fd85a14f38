import DocumentKit
import Foundation

extension FakeDashboard.State {
    mutating func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
        requests.append(request)
        var fault: FakeDashboard.Fault?
        if let first = faults[request.route]?.first {
            fault = first
            faults[request.route]?.removeFirst()
        }
        switch fault {
        case .error(let status, _, let message): return error(status, message)
        case .answer(let answer): return answer
        case .lost(let answer):
            _ = routed(request)
            return answer
        case .html(let status): return .html("<!doctype html><title>Nightcrawler</title>", status: status)
        case .silence: return .silence
        case .cut(let count): return routed(request).cut(after: count)
        case nil: return routed(request)
        }
    }

    private mutating func routed(_ request: LoopbackRequest) -> LoopbackAnswer {
        let prefix = "/api/workflows"
        guard request.path.hasPrefix(prefix) else { return .html("<!doctype html><title>Nightcrawler</title>") }
        if let expected = behaviour.authorization, request[header: "Authorization"] != expected {
            return error(401, "Unauthorized")
        }
        let words = request.path.dropFirst(prefix.count).split(separator: "/").map { $0.removingPercentEncoding ?? "" }
        if let id = words.first, place(of: id) == nil { return error(404, "Workflow not found") }
        switch (request.method, words.count, words.dropFirst().first) {
        case ("GET", 0, _): return listDefinitions(request)
        case ("POST", 0, _): return create(request)
        case ("GET", 1, _): return json(definitions[place(of: words[0]) ?? 0])
        case ("PUT", 1, _): return replace(words[0], request)
        case ("DELETE", 1, _):
            definitions.removeAll { $0["id"]?.string == words[0] }
            return json(["success": true, "message": "Workflow deleted successfully"])
        case ("POST", 2, "execute"): return execute(words[0], request)
        case ("GET", 2, "executions"): return listExecutions(of: words[0], request)
        case ("GET", 3, "executions"): return execution(words[2], of: words[0]).map(json) ?? missing
        case ("POST", 4, "executions") where words[3] == "cancel": return cancel(words[2], of: words[0])
        default: return error(404, "Not found")
        }
    }

    private func execution(_ id: String, of definition: String) -> ValueTree? {
        place(of: id, in: definition).flatMap { executions[definition]?[$0] }
    }

    private var missing: LoopbackAnswer { error(404, "Execution not found") }

    private mutating func create(_ request: LoopbackRequest) -> LoopbackAnswer {
        guard var definition = body(request), definition["name"]?.string != nil else {
            return error(400, "name is required")
        }
        definition["id"] = .string("wf-\(number())")
        definition["status"] = "inactive"
        definitions.append(definition)
        return json(definition)
    }

    private mutating func replace(_ id: String, _ request: LoopbackRequest) -> LoopbackAnswer {
        guard let changes = body(request), let place = place(of: id) else { return error(400, "no body") }
        for (key, value) in changes.members { definitions[place][key] = value }
        return json(definitions[place])
    }

    private mutating func execute(_ definition: String, _ request: LoopbackRequest) -> LoopbackAnswer {
        let body = body(request) ?? [:]
        if let intruder = intruders.removeValue(forKey: definition) {
            add(intruder, to: definition, status: "running", parameters: body["parameters"])
        }
        let id = "exec-\(number())"
        add(id, to: definition, status: "running", parameters: body["parameters"])
        let started = execution(id, of: definition) ?? [:]
        return json([
            "executionId": .string(id), "workflowId": .string(definition), "status": "running",
            "startTime": started["startTime"] ?? .null, "estimatedDuration": "01:15:00",
        ])
    }

    private mutating func cancel(_ id: String, of definition: String) -> LoopbackAnswer {
        guard let found = execution(id, of: definition) else { return missing }
        let status = found["status"]?.string ?? ""
        guard ["pending", "running", "cancelling"].contains(status) else {
            return error(409, "Execution is already \(status)")
        }
        set(behaviour.cancelsAtOnce ? "cancelled" : "cancelling", of: id, in: definition)
        return json([
            "success": true, "message": "Execution cancellation requested", "executionId": .string(id),
            "status": "cancelling",
        ])
    }

    private func body(_ request: LoopbackRequest) -> ValueTree? { (try? JSONReader.read(request.body))?.root.tree }

    func json(_ tree: ValueTree) -> LoopbackAnswer { .json(JSONWriter.text(tree, style: .compact)) }

    func error(_ status: Int, _ message: String) -> LoopbackAnswer {
        .json(JSONWriter.text(["error": .string(message)], style: .compact), status: status)
    }
}
