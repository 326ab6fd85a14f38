import WorkflowAPI
import WorkflowModel

/// Finds the pods behind what a user calls a step.
struct PodFinder {
    let workflow: Workflow

    /// Accepts a pod name, a node id, a node name or a display name, in this order of precision. A step without a pod
    /// of its own, such as one that was retried, stands for those below it.
    func pods(of word: String) throws -> [String] {
        let naming = workflow.podNaming
        let nodes = Array(workflow.nodes)
        let found = self.nodes(of: word)
        if !found.isEmpty {
            let own = found.filter { $0.type == .pod }
            if own.count > 1 {
                throw Diagnostic(
                    message: "'\(word)' names \(own.count) steps of workflow '\(workflow.name)'",
                    hint: "name one pod: " + own.map(naming.podName).sorted().joined(separator: ", "), status: .usage)
            }
            if let node = own.first { return [naming.podName(of: node)] }
            return below(found, nodes).map(naming.podName)
        }
        let known = Set(nodes.filter { $0.type == .pod }.map(\.displayName)).sorted()
        throw Diagnostic(
            message: "workflow '\(workflow.name)' has no step or pod '\(word)'",
            hint: known.isEmpty ? "it has no pods yet" : "its steps are " + known.joined(separator: ", "),
            status: .notFound)
    }

    /// Whether a word names a step that may come to have more pods: attempts, or steps of its own.
    func mayGrow(_ word: String) -> Bool { !nodes(of: word).contains { $0.type == .pod } }

    /// Whether a word names anything that the run has come to.
    func knows(_ word: String) -> Bool { !nodes(of: word).isEmpty }

    private func nodes(of word: String) -> [WorkflowNode] {
        let naming = workflow.podNaming
        let nodes = Array(workflow.nodes)
        let matches: [(WorkflowNode) -> Bool] = [
            { $0.type == .pod && naming.podName(of: $0) == word }, { $0.id == word }, { $0.name == word },
            { $0.displayName == word },
        ]
        for matches in matches {
            let found = nodes.filter(matches)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The pods of steps that failed, in the order of the document.
    var failedPods: [String] {
        let naming = workflow.podNaming
        return workflow.nodes.filter { $0.type == .pod && ($0.phase == .failed || $0.phase == .error) }
            .map(naming.podName)
    }

    /// Every pod that is reached from some nodes by their children, once.
    private func below(_ roots: [WorkflowNode], _ nodes: [WorkflowNode]) -> [WorkflowNode] {
        let byKey = Dictionary(nodes.map { ($0.key, $0) }) { $1 }
        var waiting = roots
        var seen = Set(roots.map(\.key))
        var pods: [WorkflowNode] = []
        while let node = waiting.popLast() {
            if node.type == .pod { pods.append(node) }
            for key in node.children.reversed() where seen.insert(key).inserted {
                if let child = byKey[key] { waiting.append(child) }
            }
        }
        return pods
    }
}
