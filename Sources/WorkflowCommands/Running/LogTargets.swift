import WorkflowAPI
import WorkflowModel

/// Whose lines are read.
struct LogTargets: Sendable, Equatable {
    /// Steps as they were named; none means all.
    var steps: [String] = []
    /// Only those that failed.
    var failed = false
    /// nil means all.
    var container: String? = "main"

    /// Whether not all pods are wanted.
    var narrowsPods: Bool { !steps.isEmpty || failed }

    /// The pods that are wanted of a workflow as it is, in the order in which they were named; nil wants all.
    func pods(of workflow: Workflow) throws -> [String]? {
        guard narrowsPods else { return nil }
        // Nobody can tell steps apart that cannot be seen; none that failed would be a lie.
        if workflow.nodesAreElsewhere {
            throw Diagnostic(
                message: "workflow '\(workflow.name)': \(workflow.nodesAbsence ?? "its steps do not come along")",
                hint: "without --failed and without steps the logs of all pods can be read")
        }
        let finder = PodFinder(workflow: workflow)
        var seen: Set<String> = []
        let named = try steps.flatMap(finder.pods).filter { seen.insert($0).inserted }
        guard failed else { return named }
        return steps.isEmpty ? finder.failedPods : finder.failedPods.filter(named.contains)
    }

    /// So many pods are followed one by one.
    private static let few = 8

    /// Whether those who follow are to look out for more of the pods that are wanted: steps that fail, or attempts of a
    /// step, as long as there are few.
    func mayGrow(in workflow: Workflow) throws -> Bool {
        guard !workflow.isFinished, let pods = try pods(of: workflow) else { return false }
        return failed || pods.count <= Self.few && steps.contains(where: PodFinder(workflow: workflow).mayGrow)
    }

    /// The containers to ask for one by one; all in one where the service can.
    func containers(of workflow: Workflow?, readsAll: Bool) -> [String?] {
        if container != nil || readsAll { return [container] }
        return workflow.map { LogContainers(workflow: $0).names } ?? []
    }

    /// What the start of lines has to tell apart; nothing when all are of one pod.
    func prefix(pods: [String]?) -> LogPrefix {
        if container == nil { return .container }
        return pods?.count == 1 ? .none : .pod
    }
}
