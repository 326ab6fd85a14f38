package import WorkflowModel

extension WorkflowQuery {
    /// Whether a workflow meets the conditions on name, phase and times.
    ///
    /// A server evaluates them too, if it knows them; one that does not just sends more.
    package func matches(_ workflow: Workflow) -> Bool {
        // Lists are long: what is not asked about is not read.
        if namePrefix != nil || namePattern != nil, !matches(name: workflow.name) { return false }
        if !phases.isEmpty {
            // A workflow that no controller has seen yet has no phase; argo shows it as Pending.
            guard let phase = workflow.phase ?? (workflow.phaseText.isEmpty ? .pending : nil), phases.contains(phase)
            else { return false }
        }
        return Self.lies(workflow.createdAt, after: createdAfter, before: createdBefore)
            && Self.lies(workflow.finishedAt, after: finishedAfter, before: finishedBefore)
    }

    /// Of a name in two parts, `definition/execution`, the second may meet the conditions alone.
    package func matches(name: String) -> Bool {
        guard namePrefix != nil || namePattern != nil else { return true }
        let own = name.lastIndex(of: "/").map { String(name[name.index(after: $0)...]) }
        return [name, own].contains { name in
            guard let name else { return false }
            return namePrefix.map(name.hasPrefix) ?? true && namePattern?.matches(name) ?? true
        }
    }

    /// Strictly between the bounds that are given; what has no time lies nowhere.
    private static func lies(
        _ time: @autoclosure () -> Timestamp?, after: Timestamp?, before: Timestamp?
    ) -> Bool {
        guard after != nil || before != nil else { return true }
        guard let time = time() else { return false }
        return after.map { time > $0 } ?? true && before.map { time < $0 } ?? true
    }
}
