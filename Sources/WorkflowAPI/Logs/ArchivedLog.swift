package import WorkflowModel

/// Reads the log that a workflow keeps of a pod that is gone. It has no times, so lines are told by their number.
package struct ArchivedLog {
    private let service: any WorkflowService
    private let artifact: LogArtifact
    private let tail: Int?
    private let pattern: LinePattern?
    private let patience: LogPatience

    package init(
        _ artifact: LogArtifact, service: any WorkflowService, query: LogQuery, patience: LogPatience
    ) throws(BackendError) {
        self.artifact = artifact
        self.service = service
        self.patience = patience
        tail = query.tail
        pattern = if let grep = query.grep { try LinePattern(grep) } else { nil }
    }

    package func read(note: (LogNote) -> Void, each body: (LogEntry) throws -> Void) async throws {
        var trouble = LogTrouble(patience, follows: false)
        var known = 0
        var last = LastLines(limit: tail)
        func take(_ entry: LogEntry) throws {
            if pattern?.matches(entry.content) != false { try body(entry) }
        }
        while true {
            var number = 0
            do {
                try await service.archivedLog(artifact) { line in
                    number += 1
                    guard number > known else { return }
                    known = number
                    trouble.pass()
                    let entry = LogEntry(pod: artifact.pod, container: artifact.container, content: line)
                    if tail == nil { try take(entry) } else { last.append(entry) }
                }
                // A server looks for the pattern in the end of a log, too, and not for an end of what it finds.
                return try last.entries.forEach(take)
            } catch let error as BackendError {
                // What got no answer at all, a client has repeated as often as it may.
                if known == 0, !error.isBreak { throw error }
                guard let pause = trouble.pause(after: error, hasBegun: known > 0) else { throw error }
                note(known > 0 ? .resumed(after: error) : .repeated(after: error))
                if pause.isAsked { note(.held(after: error, for: pause.length)) }
                try await patience.time.sleep(pause.length)
            }
        }
    }

    /// The end of a log, in the order of its lines.
    private struct LastLines {
        let limit: Int?
        private var kept: [LogEntry] = []

        init(limit: Int?) { self.limit = limit }

        var entries: ArraySlice<LogEntry> { kept.suffix(limit ?? 0) }

        mutating func append(_ entry: LogEntry) {
            guard let limit, limit > 0 else { return }
            var entry = entry
            // Of its own: a slice would keep the whole piece that it came in.
            entry.content = Array(entry.content)[...]
            kept.append(entry)
            if kept.count / 2 > max(limit, 32) { kept.removeFirst(kept.count - limit) }
        }
    }
}
