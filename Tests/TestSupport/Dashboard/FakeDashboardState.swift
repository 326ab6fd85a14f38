import DocumentKit

extension FakeDashboard {
    /// Everything the dashboard knows; answers are functions of it and of the request.
    struct State {
        var behaviour = Behaviour()
        var definitions: [ValueTree] = []
        /// By the id of their definition, the youngest first.
        var executions: [String: [ValueTree]] = [:]
        var faults: [String: [Fault]] = [:]
        var requests: [LoopbackRequest] = []
        var intruders: [String: String] = [:]
        private var counter = 0

        /// A number that nothing had before: for ids, and for the seconds of times.
        mutating func number() -> Int {
            counter += 1
            return counter
        }

        func place(of definition: String) -> Int? { definitions.firstIndex { $0["id"]?.string == definition } }

        func place(of execution: String, in definition: String) -> Int? {
            executions[definition]?.firstIndex { $0["id"]?.string == execution }
        }

        mutating func add(
            _ id: String, to definition: String, status: String, steps: [(String, [String])] = [],
            parameters: ValueTree? = nil
        ) {
            let start = FakeArgoServer.State.time(number())
            var execution: ValueTree = [
                "id": .string(id), "workflowId": .string(definition), "status": "running", "startTime": .string(start),
                "executor": "ops team",
            ]
            execution["parameters"] = parameters
            if !steps.isEmpty {
                execution["stepExecutions"] = .array(
                    steps.map { name, lines in
                        let logs = lines.map { line -> ValueTree in
                            [
                                "timestamp": .string(String(start.dropFirst(11).prefix(8))), "level": "info",
                                "message": .string(line),
                            ]
                        }
                        return [
                            "name": .string(name), "status": "running", "startTime": .string(start),
                            "logs": .array(logs),
                        ]
                    })
            }
            executions[definition, default: []].insert(execution, at: 0)
            set(status, of: id, in: definition)
        }

        mutating func set(_ status: String, of id: String, in definition: String) {
            guard let place = place(of: id, in: definition), var execution = executions[definition]?[place] else {
                return
            }
            execution["status"] = .string(status)
            let steps = execution["stepExecutions"]?.elements ?? []
            if ["completed", "failed", "cancelled"].contains(status) {
                let end = ValueTree.string(FakeArgoServer.State.time(number()))
                execution["endTime"] = end
                execution["stepExecutions"] =
                    steps.isEmpty
                    ? nil
                    : .array(
                        steps.map { step in
                            var step = step
                            step["status"] = .string(status)
                            step["endTime"] = end
                            return step
                        })
            }
            if status == "failed" { execution["error"] = "it went wrong" }
            executions[definition]?[place] = execution
        }
    }
}
