import WorkflowAPI
import WorkflowModel

/// Which lines of a log are wanted, and how they are handed on.
struct LogFilter {
    private let since: String?
    private let pattern: Regex<AnyRegexOutput>?
    private let timestamps: Bool

    init(_ query: LogQuery, now: Timestamp) throws(BackendError) {
        since = query.sinceSeconds.map { (now - .seconds($0)).logText }
        timestamps = query.timestamps
        guard let grep = query.grep, !grep.isEmpty else {
            pattern = nil
            return
        }
        do {
            // RE2 looks at code points, not at what a reader sees as one character.
            pattern = try Regex(grep).matchingSemantics(.unicodeScalar)
        } catch {
            throw .invalid("'\(grep)' is no regular expression: \(error)")
        }
    }

    /// nil when the line is not wanted.
    func entry(_ line: LogCursor.Line, of pod: String) -> LogEntry? {
        if let since, line.time < since { return nil }
        if let pattern, (try? pattern.firstMatch(in: String(decoding: line.content, as: UTF8.self))) == nil {
            return nil
        }
        return LogEntry(pod: pod, content: timestamps ? Array("\(line.time) ".utf8) + line.content : line.content)
    }
}
