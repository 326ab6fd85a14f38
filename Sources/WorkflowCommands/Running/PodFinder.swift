import WorkflowAPI
import WorkflowModel

/// Finds the pod behind what a user calls a step.
struct PodFinder {
    let workflow: Workflow

    /// Accepts a pod name, a node id, a node name or a display name, in this order of precision.
    func pod(of word: String) throws -> String {
        let pods = workflow.nodes.filter { $0.type == .pod }
        let podName = PodNaming(workflow).podName(of:)
        let matches: [(WorkflowNode) -> Bool] = [
            { podName($0) == word }, { $0.id == word }, { $0.name == word }, { $0.displayName == word },
        ]
        for matches in matches {
            let found = pods.filter(matches)
            if found.count == 1 { return podName(found[0]) }
            if found.count > 1 {
                throw Diagnostic(
                    message: "'\(word)' names \(found.count) steps of workflow '\(workflow.name)'",
                    hint: "name one pod: " + found.map(podName).sorted().joined(separator: ", "), status: .usage)
            }
        }
        let known = Set(pods.map(\.displayName)).sorted()
        throw Diagnostic(
            message: "workflow '\(workflow.name)' has no step or pod '\(word)'",
            hint: known.isEmpty ? "it has no pods yet" : "its steps are " + known.joined(separator: ", "),
            status: .notFound)
    }

}
