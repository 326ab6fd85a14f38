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

    /// Steps that the run has not come to are waited for, as long as it goes on.
    var follows = false

    /// Whether not all pods are wanted.
    var narrowsPods: Bool { !steps.isEmpty || failed }

    /// The pods that are wanted of a workflow as it is, in the order in which they were named; nil wants all.
    func pods(of workflow: Workflow) throws -> [String]? { try pods(of: workflow, without: awaited(in: workflow)) }

    /// The same of the steps that the run has come to, whether or not it goes on.
    func begunPods(of workflow: Workflow) throws -> [String]? {
        try pods(of: workflow, without: steps.filter { !PodFinder(workflow: workflow).knows($0) })
    }

    private func pods(of workflow: Workflow, without others: [String]) throws -> [String]? {
        guard narrowsPods else { return nil }
        // Nobody can tell steps apart that cannot be seen; none that failed would be a lie.
        if workflow.nodesAreElsewhere {
            throw Diagnostic(
                message: "workflow '\(workflow.name)': \(workflow.nodesAbsence ?? "its steps do not come along")",
                hint: "without --failed and without steps the logs of all pods can be read")
        }
        let finder = PodFinder(workflow: workflow)
        var seen: Set<String> = []
        let named = try steps.filter { !others.contains($0) }.flatMap(finder.pods).filter { seen.insert($0).inserted }
        guard failed else { return named }
        return steps.isEmpty ? finder.failedPods : finder.failedPods.filter(named.contains)
    }

    /// Steps that a run which goes on may yet come to: only its end proves that there is none of that name.
    func awaited(in workflow: Workflow) -> [String] {
        guard follows, !workflow.isFinished else { return [] }
        let finder = PodFinder(workflow: workflow)
        return steps.filter { !finder.knows($0) }
    }

    /// So many pods are followed one by one.
    private static let few = 8

    /// Whether those who follow are to look out for more of the pods that are wanted: steps that fail or have not begun,
    /// or attempts of a step, as long as there are few.
    func mayGrow(in workflow: Workflow) throws -> Bool {
        guard !workflow.isFinished, let pods = try pods(of: workflow) else { return false }
        return failed || !awaited(in: workflow).isEmpty
            || pods.count <= Self.few && steps.contains(where: PodFinder(workflow: workflow).mayGrow)
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
