import WorkflowModel

/// Tells which placeholders that argo does not know were meant to be variables of it.
///
/// argo leaves them as they are, since other languages have such braces too: `{{ .Values.name }}`, `{{ app }}`.
enum StrayVariable {
    /// - Parameter isAlone: nothing but the placeholder stands in its text.
    static func problem(with placeholder: Substring, isAlone: Bool) -> VariableProblem? {
        let name = placeholder.trimmed
        let isTight = name.utf8.count == placeholder.utf8.count
        if name.isEmpty { return isAlone ? problem(nil) : nil }
        guard name.first?.isLetter == true, name.utf8.allSatisfy(isNamePart) else { return nil }
        let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            return isAlone && isTight && !words.contains(name) ? problem(nil) : nil
        }
        guard !roots.contains(parts[0]) else { return nil }
        let meant = meant(root: parts[0].lowercased(), rest: String(parts[1]))
        if !meant.isEmpty {
            return problem("did you mean " + meant.map { "'{{\($0)}}'" }.joined(separator: " or ") + "?")
        }
        return isTight && isAlone ? problem(nil) : nil
    }

    private static func problem(_ hint: String?) -> VariableProblem {
        VariableProblem(
            rule: .strayVariable,
            hint: hint
                ?? "variables begin with 'inputs.', 'outputs.', 'steps.', 'tasks.', 'workflow.', 'pod.' or 'item'")
    }

    /// The variables that differ only in case, or by a letter at the end of their first word.
    private static func meant(root: String, rest: String) -> [String] {
        let word = rest.prefix { $0 != "." }.lowercased()
        let isPort = word == "parameters" || word == "artifacts"
        switch root {
        case "input", "inputs": return isPort ? ["inputs.\(rest)"] : []
        case "output", "outputs": return isPort ? ["outputs.\(rest)"] : []
        case "parameter", "parameters": return ["inputs.parameters.\(rest)", "workflow.parameters.\(rest)"]
        case "step", "steps", "task", "tasks":
            let lower = "." + rest.lowercased()
            let isAsked = word == "name" || lower.contains(".outputs.") || fields.contains { lower.hasSuffix($0) }
            return isAsked ? [(root.hasPrefix("step") ? "steps." : "tasks.") + rest] : []
        case "workflow", "workflows":
            let known = GlobalVariables.words.first { $0.lowercased() == word }
            return known.map { ["workflow.\($0)\(rest.dropFirst(word.count))"] } ?? []
        default: return []
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// What variables begin with; the last ones have a value in metrics, retries and cron workflows.
    private static let roots: Set<Substring> = [
        "inputs", "outputs", "steps", "tasks", "workflow", "item", "pod", "node", "lastRetry", "resourcesDuration",
        "cronworkflow",
    ]
    /// What is asked of a step or a task, in lower case.
    private static let fields = [".status", ".id", ".ip", ".exitcode", ".startedat", ".finishedat"]
    private static let words: Set<Substring> = [
        "item", "inputs", "outputs", "workflow", "status", "duration", "exitCode", "retries",
    ]
}
