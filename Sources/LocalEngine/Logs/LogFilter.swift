import WorkflowAPI
import WorkflowModel

/// Which lines of a log are wanted, and how they are handed on.
struct LogFilter {
    private let since: [UInt8]?
    private let pattern: LinePattern?

    init(_ query: LogQuery, now: Timestamp) throws(BackendError) {
        let earliest = query.sinceTime ?? query.sinceSeconds.map { now - .seconds($0) }
        since = earliest.map { Array($0.logText.utf8) }
        pattern = if let grep = query.grep { try LinePattern(grep) } else { nil }
    }

    /// nil when the line is not wanted.
    func entry(_ line: LogCursor.Line, of pod: String) -> LogEntry? {
        if let since, line.time.lexicographicallyPrecedes(since) { return nil }
        if pattern?.matches(line.content) == false { return nil }
        let time = Timestamp(rfc3339: line.time.span)
        return LogEntry(pod: pod, time: time, timeText: line.time, content: line.content)
    }
}
