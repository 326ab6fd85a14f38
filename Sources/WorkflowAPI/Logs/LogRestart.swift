package import WorkflowModel

/// A container, or a whole pod, that was started again.
package struct LogRestart: Sendable, Hashable {
    /// What becomes of the lines that the instance before has written.
    package enum Before: Sendable { case shown, leftOut, gone }

    package var pod: String
    /// nil for the whole pod.
    package var container: String?
    /// How often so far.
    package var count: Int
    /// Why the instance before ended: `OOMKilled, exit code 137`; empty where nobody tells.
    package var reason = ""
    package var before = Before.shown

    package init(pod: String, container: String? = nil, count: Int) {
        self.pod = pod
        self.container = container
        self.count = count
    }
}

extension Workflow {
    /// The pods that the controller has made anew under their old names, as it does with those that fail before they begin.
    package func podRestarts(wanting pods: Set<String>?) -> [LogRestart] {
        let naming = podNaming
        return nodes.compactMap { node in
            guard node.type == .pod, let count = node.failedPodRestarts, count > 0 else { return nil }
            let pod = naming.podName(of: node)
            return pods?.contains(pod) == false ? nil : LogRestart(pod: pod, count: count)
        }
    }
}
