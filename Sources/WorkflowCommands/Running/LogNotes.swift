import TerminalKit
import WorkflowAPI

/// Says on stderr what happens to a log beside its lines.
struct LogNotes: Sendable {
    let context: CommandContext

    @Sendable func say(_ note: LogNote) {
        // What was printed so far stands before the note when both end in one place.
        try? context.terminal.out.flush()
        context.note(Self.text(note))
    }

    static func text(_ note: LogNote) -> String {
        switch note {
        case .resumed(let error): "the log broke off and is taken up where it ended: \(error.message)"
        case .repeated(let error): "the log is asked for again: \(error.message)"
        case .gap(let pod):
            "the log of pod '\(pod)' does not go on where it ended: the pod was started again, or lines were thrown away"
        case .archived(let pod): "pod '\(pod)' is gone; this is its log as the workflow kept it"
        }
    }
}
