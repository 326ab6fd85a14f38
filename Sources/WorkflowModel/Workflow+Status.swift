import DocumentKit

extension Workflow {
    /// The label by which the controller marks workflows that are over.
    package static let completedLabel = "workflows.argoproj.io/completed"

    /// The label in which the controller repeats the phase.
    static let phaseLabel = "workflows.argoproj.io/phase"

    /// The label by which an Argo Server notes who submitted a workflow.
    static let creatorLabel = "workflows.argoproj.io/creator"

    /// The phase as it was sent; empty before the first reconciliation.
    package var phaseText: String { status?.text("phase") ?? "" }
    /// nil when it is empty or a word that is not known.
    package var phase: WorkflowPhase? { WorkflowPhase(rawValue: phaseText) }
    package var message: String { status?.text("message") ?? "" }
    /// `N/M` as it was sent; M may grow during a run.
    package var progress: String { status?.text("progress") ?? "" }
    package var startedAt: Timestamp? { status?.time("startedAt") }
    package var finishedAt: Timestamp? { status?.time("finishedAt") }
    /// Who started it, where its server tells.
    package var executor: String { label(Self.creatorLabel) ?? "" }
    package var conditions: [Condition] { Condition.list(in: status) }
    package var resourcesDuration: ResourcesDuration { ResourcesDuration(status?["resourcesDuration"]) }

    /// How long the controller expects it to take; nil when it has no idea.
    package var estimatedDuration: Duration? {
        status?.integer("estimatedDuration").flatMap { $0 > 0 ? .seconds($0) : nil }
    }

    /// From start to end, or until `now` while it runs; nil before it has started.
    package func duration(now: Timestamp) -> Duration? {
        startedAt.map { (finishedAt ?? now) - $0 }
    }

    /// Whether it is over: the phase, the `completed` label or the end time says so, whichever there is.
    package var isFinished: Bool {
        phase?.isFinal == true || finishedAt != nil || label(Self.completedLabel) == "true"
    }

    /// The phase in which it ended, as its status says or else its labels; nil where neither does.
    package var finalPhase: WorkflowPhase? {
        guard isFinished else { return nil }
        let told = phase?.isFinal == true ? phase : label(Self.phaseLabel).flatMap(WorkflowPhase.init)
        return told?.isFinal == true ? told : nil
    }

    /// How it ended; nil while it goes on.
    package var outcome: Outcome? {
        guard isFinished else { return nil }
        return finalPhase.map { $0 == .succeeded ? .succeeded : .failed } ?? .unknown
    }

    /// It waits to be resumed: as a whole, or in one of its suspend nodes.
    package var isSuspended: Bool {
        spec?.isSuspended == true || nodes.contains(where: \.isActiveSuspend)
    }

    /// What argo's STATUS column says: `Pending`, `Running (Suspended)`, `Failed (Terminated)` or the phase.
    package var statusText: String {
        let phaseText = phaseText
        return statusText(WorkflowPhase(rawValue: phaseText), phaseText)
    }

    /// The same for a phase that has been read already.
    func statusText(_ phase: WorkflowPhase?, _ phaseText: String) -> String {
        switch phase {
        case .running: isSuspended ? "Running (Suspended)" : phaseText
        case .failed: spec?.shutdown.isEmpty == false ? "Failed (Terminated)" : phaseText
        case nil where phaseText.isEmpty: createdAt == nil ? "Unknown" : "Pending"
        default: phaseText
        }
    }
}
