import Synchronization
import TerminalKit
import WorkflowAPI
import WorkflowModel

/// Says on stderr what happens to a log beside its lines.
final class LogNotes: Sendable {
    private let context: CommandContext
    /// Restarts that were said; several readers hear of the same.
    private let restarts = Mutex<[String: Int]>([:])

    init(in context: CommandContext) { self.context = context }

    /// `query` tells which log it is about where there are several.
    func say(_ note: LogNote, of query: LogQuery? = nil) {
        if case .restarted(let restart) = note, !isNews(restart) { return }
        // What was printed so far stands before the note when both end in one place.
        try? context.terminal.out.flush()
        context.note(Self.text(note, of: query))
    }

    private func isNews(_ restart: LogRestart) -> Bool {
        restarts.withLock { restarts in
            let key = "\(restart.pod)/\(restart.container ?? "")"
            guard restart.count > restarts[key, default: 0] else { return false }
            restarts[key] = restart.count
            return true
        }
    }

    static func text(_ note: LogNote, of query: LogQuery? = nil) -> String {
        let log = query.flatMap(origin).map { "the log of \($0)" } ?? "the log"
        return switch note {
        case .resumed(let error): "\(log) broke off and is taken up where it ended: \(error.message)"
        case .repeated(let error): "\(log) is asked for again: \(error.message)"
        case .held(let error, let pause): "trying again in \(pause.inSeconds), as the server asks: \(error.message)"
        case .gap(let source):
            "the log of \(place(source.pod, source.container)) does not go on where it ended: the pod was started again, "
                + "or lines were thrown away"
        case .restarted(let restart): text(restart)
        case .awaited(let error): "\(log) is not there yet, and is asked for now and then: \(error.message)"
        case .unseen(let error):
            "looking at the run is refused, and its log is followed until the server ends it, whether or not the run is "
                + "over then: \(error.message)"
        case .archived(let pod, let lacksTimes):
            "pod '\(pod)' is gone; this is its log as the workflow kept it\(lacksTimes ? ", without times" : "")"
        }
    }

    private static func text(_ restart: LogRestart) -> String {
        var text = "\(place(restart.pod, restart.container)) was started again"
        if restart.count > 1 { text += ", \(restart.count) times by now" }
        if !restart.reason.isEmpty { text += " (\(restart.reason))" }
        switch restart.before {
        case .shown: break
        case .leftOut: text += "; --previous prints what it wrote before"
        case .gone: text += "; what it wrote before is gone"
        }
        return text
    }

    static func origin(_ query: LogQuery) -> String? {
        if let pod = query.pod { return place(pod, query.container) }
        return query.container.map { "the containers '\($0)'" }
    }

    private static func place(_ pod: String, _ container: String?) -> String {
        container.map { "container '\($0)' of pod '\(pod)'" } ?? "pod '\(pod)'"
    }
}
