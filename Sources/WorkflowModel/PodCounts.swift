/// How many pods of a workflow wait, run and are over: argo's P/R/C column.
package struct PodCounts: Sendable, Hashable {
    package var pending = 0
    package var running = 0
    package var completed = 0

    package init(_ nodes: WorkflowNodes) {
        for node in nodes where node.type == .pod {
            if node.isFulfilled {
                completed += 1
            } else if node.phase == .running {
                running += 1
            } else {
                pending += 1
            }
        }
    }

    package var text: String { "\(pending)/\(running)/\(completed)" }
}
