import WorkflowModel

extension LogQuery {
    /// More than clocks that are kept in step differ, and than rounding takes away.
    private static let slack = 2

    /// What to ask for after an answer that broke off.
    ///
    /// A server counts the age of lines in seconds and by its own clock: what it sends too much is known from times.
    /// `workflow` is the state after the break; its pods that have started and said nothing yet may be about to.
    ///
    /// - Parameters:
    ///   - elapsed: since the log was asked for at first. What `tail` and `sinceSeconds` leave out lay before that.
    ///   - isSettled: all there was at first has come.
    func resumed(
        _ log: LogResumption, in workflow: Workflow?, wanting pods: Set<String>?, now: Timestamp, elapsed: Duration,
        everything: Bool, isSettled: Bool
    ) -> LogQuery {
        guard log.hasBegun || follows else { return self }
        var query = self
        let passed = Int(elapsed / .seconds(1)) + Self.slack
        query.sinceSeconds = sinceSeconds.map { $0 + passed }
        guard log.hasBegun else {
            if let tail, isSettled || tail == 0 {
                query.tail = nil
                query.sinceSeconds = passed
            }
            return query
        }
        query.tail = nil
        guard !everything, let latest = log.latest else { return query }
        // Pods that have said nothing yet are still limited, unless they had nothing to say. Where that cuts off what is
        // new of another, it is a gap.
        if !isSettled, hasSilentPods(latest, in: workflow, wanting: pods) { query.tail = tail }
        query.place = LogPlace(age: nil, latest: latest)
        if let time = earliest(latest, in: workflow, wanting: pods), time <= now {
            query.place?.age = Int(now.wholeSeconds(since: time)) + 1 + Self.slack
        }
        return query
    }

    private func hasSilentPods(
        _ latest: [LogSource: Timestamp], in workflow: Workflow?, wanting pods: Set<String>?
    ) -> Bool {
        guard pod == nil, let workflow else { return false }
        let known = Set(latest.keys.map(\.pod))
        let naming = workflow.podNaming
        return workflow.nodes.contains { node in
            guard node.type == .pod, node.startedAt != nil else { return false }
            let name = naming.podName(of: node)
            return !known.contains(name) && pods?.contains(name) != false
        }
    }

    /// All lines that are older have been seen; nil when nobody can tell.
    private func earliest(
        _ latest: [LogSource: Timestamp], in workflow: Workflow?, wanting pods: Set<String>?
    ) -> Timestamp? {
        guard var earliest = latest.values.min() else { return nil }
        let known = Set(latest.keys.map(\.pod))
        if let pod { return known.contains(pod) ? earliest : nil }
        guard let workflow, !workflow.nodesAreElsewhere else { return nil }
        let naming = workflow.podNaming
        for node in workflow.nodes where node.type == .pod {
            guard let start = node.startedAt, start - .seconds(Self.slack) < earliest else { continue }
            let name = naming.podName(of: node)
            if !known.contains(name), pods?.contains(name) != false { earliest = start - .seconds(Self.slack) }
        }
        return earliest
    }
}
