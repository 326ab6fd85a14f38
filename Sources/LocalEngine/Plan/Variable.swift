/// What may stand between `{{` and `}}`.
enum Variable: Sendable, Hashable {
    /// `inputs.parameters.x`
    case input(String)
    /// `inputs.parameters`: all of them, as JSON.
    case inputs
    /// `outputs.parameters.x.path`
    case outputPath(String)
    /// `workflow.…`, without the first word.
    case workflow(String)
    /// `steps.x.…`
    case step(String, CallField)
    /// `tasks.x.…`
    case task(String, CallField)
    /// `pod.name`
    case podName
    /// `node.name`
    case nodeName

    /// What one step or task tells another.
    enum CallField: Sendable, Hashable {
        case id, status, exitCode, startedAt, finishedAt, hostNodeName, result
        case parameter(String)
    }

    /// nil for anything else.
    init?(_ text: Substring) {
        let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch words.first {
        case "inputs" where words.count == 2 && words[1] == "parameters": self = .inputs
        case "inputs" where words.count == 3 && words[1] == "parameters": self = .input(words[2])
        case "outputs" where words.count == 4 && words[1] == "parameters" && words[3] == "path":
            self = .outputPath(words[2])
        case "workflow" where words.count > 1: self = .workflow(words.dropFirst().joined(separator: "."))
        case "pod" where words == ["pod", "name"]: self = .podName
        case "node" where words == ["node", "name"]: self = .nodeName
        case "steps", "tasks":
            guard words.count > 2, let field = CallField(words[2...]) else { return nil }
            self = words[0] == "steps" ? .step(words[1], field) : .task(words[1], field)
        default: return nil
        }
    }
}

extension Variable.CallField {
    fileprivate init?(_ words: ArraySlice<String>) {
        switch Array(words) {
        case ["id"]: self = .id
        case ["status"]: self = .status
        case ["exitCode"], ["outputs", "exitCode"]: self = .exitCode
        case ["startedAt"]: self = .startedAt
        case ["finishedAt"]: self = .finishedAt
        case ["hostNodeName"]: self = .hostNodeName
        case ["outputs", "result"]: self = .result
        case let words where words.count == 3 && words[0] == "outputs" && words[1] == "parameters":
            self = .parameter(words[2])
        default: return nil
        }
    }
}
