/// How many pods of a workflow wait, run and are over: argo's P/R/C column.
package struct PodCounts: Sendable, Hashable {
    package var pending: Int
    package var running: Int
    package var completed: Int

    package init(pending: Int = 0, running: Int = 0, completed: Int = 0) {
        self.pending = pending
        self.running = running
        self.completed = completed
    }

    package init(_ nodes: WorkflowNodes) {
        self.init()
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
