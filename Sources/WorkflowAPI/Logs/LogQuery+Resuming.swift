import WorkflowModel

extension LogQuery {
    /// More than clocks that are kept in step differ, and than rounding takes away.
    private static let slack = 2

    /// What to ask for after an answer that broke off, and whether that is everything.
    ///
    /// A server counts the age of lines in seconds and by its own clock: what it sends too much is known from times.
    /// `workflow` is the state after the break; its pods that have started and said nothing yet may be about to.
    func resumed(
        _ log: LogResumption, in workflow: Workflow?, wanting pods: Set<String>?, now: Timestamp, elapsed: Duration,
        everything: Bool
    ) -> (query: LogQuery, isWhole: Bool) {
        guard log.hasBegun else { return (self, true) }
        var query = self
        query.tail = nil
        query.sinceSeconds = sinceSeconds.map { $0 + Int(elapsed / .seconds(1)) + Self.slack }
        guard !everything, let time = resumeTime(log, in: workflow, wanting: pods), time <= now else {
            return (query, true)
        }
        let age = Int(now.wholeSeconds(since: time)) + 1 + Self.slack
        query.sinceSeconds = min(age, query.sinceSeconds ?? .max)
        return (query, false)
    }

    /// Everything older has been seen; nil when nobody can tell.
    private func resumeTime(
        _ log: LogResumption, in workflow: Workflow?, wanting pods: Set<String>?
    ) -> Timestamp? {
        guard let seen = log.resumeTime else { return nil }
        if let pod { return log.knows(pod) ? seen : nil }
        guard let workflow, !workflow.nodesAreElsewhere else { return nil }
        let naming = workflow.podNaming
        var earliest = seen
        for node in workflow.nodes where node.type == .pod {
            guard let start = node.startedAt, start - .seconds(Self.slack) < earliest else { continue }
            let name = naming.podName(of: node)
            if !log.knows(name), pods?.contains(name) != false { earliest = start - .seconds(Self.slack) }
        }
        return earliest
    }
}
