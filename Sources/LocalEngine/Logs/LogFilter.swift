import WorkflowAPI
import WorkflowModel

/// Which lines of a log are wanted, and how they are handed on.
struct LogFilter {
    private let since: [UInt8]?
    private let pattern: Regex<AnyRegexOutput>?
    private let timestamps: Bool

    init(_ query: LogQuery, now: Timestamp) throws(BackendError) {
        since = query.sinceSeconds.map { Array((now - .seconds($0)).logText.utf8) }
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
        if let since, line.time.lexicographicallyPrecedes(since) { return nil }
        if let pattern, (try? pattern.firstMatch(in: String(decoding: line.content, as: UTF8.self))) == nil {
            return nil
        }
        let time = timestamps ? line.time + [UInt8(ascii: " ")] : []
        return LogEntry(pod: pod, content: Array(time + line.content))
    }
}
