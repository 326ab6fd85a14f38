import WorkflowModel

/// Takes from each look at an execution the log lines that the looks before did not have.
struct InlineLogReader {
    private let query: LogQuery
    private let pattern: LinePattern?
    private let earliest: Timestamp?
    /// How many lines of each step have been read.
    private var counts: [String: Int] = [:]

    init(_ query: LogQuery, now: Timestamp) throws(BackendError) {
        self.query = query
        pattern = if let grep = query.grep { try LinePattern(grep) } else { nil }
        earliest = query.sinceSeconds.map { now - .seconds($0) }
    }

    /// How many lines were new, wanted or not.
    mutating func read(_ execution: DashboardExecution, each body: (LogEntry) throws -> Void) throws -> Int {
        var new = 0
        for (name, step) in execution.steps where query.pod == nil || query.pod == name {
            let lines = step.lines(startedAt: execution.progress)
            let known = counts[name]
            counts[name] = max(known ?? 0, lines.count)
            new += max(0, lines.count - (known ?? 0))
            for line in lines.dropFirst(known ?? firstLine(of: lines.count)) {
                let content = Array(line.text.utf8)[...]
                guard isRecent(line.time), pattern?.matches(content) != false else { continue }
                let time = line.time.map { Array($0.rfc3339.utf8)[...] } ?? []
                try body(LogEntry(pod: name, time: line.time, timeText: time, content: content))
            }
        }
        return new
    }

    private func firstLine(of count: Int) -> Int { query.tail.map { max(0, count - $0) } ?? 0 }

    /// Lines that do not tell when they were written are not left out.
    private func isRecent(_ time: Timestamp?) -> Bool {
        guard let earliest, let time else { return true }
        return time >= earliest
    }
}
