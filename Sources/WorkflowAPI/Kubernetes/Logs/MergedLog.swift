import WorkflowModel

/// One container's log while several are brought together: what has come of it and was not taken yet.
struct MergedLog {
    private enum Item {
        case line(LogEntry)
        case restart(LogRestart)
    }

    let container: PodContainer
    /// None of its lines is older.
    let earliest: Timestamp
    private(set) var isOver = false
    private var channel: LogMerge?
    private var items: [Item] = []
    private var next = 0
    /// By what the item before the next one is placed.
    private var passed = Timestamp.zero
    /// The time of the last line that came, and how many of its lines came.
    private var latest: (time: Timestamp, count: Int)?
    /// Whether every line had a time, none of them older than the one before.
    private var isOrdered = true
    /// Only the last lines are asked for, and the first of them may share its time with lines that are not.
    private var isTail = false
    private var cut: Timestamp?
    /// Lines of the latest time that have to come once more before anything is new.
    private var awaited = 0
    /// Whether the mark of a restart has come.
    private var isMarked = false

    /// A container may write before its start is noted, and that is noted in whole seconds.
    private static let slack = Duration.seconds(2)

    init(_ container: PodContainer) {
        self.container = container
        earliest = container.start.map { $0 - Self.slack } ?? .zero
    }

    var isOpen: Bool { channel != nil }

    /// By what the next item is placed: its time, or that of the one before it where it has none or an older one.
    var key: Timestamp? {
        guard next < items.count else { return nil }
        if case .line(let entry) = items[next], let time = entry.time { return max(passed, time) }
        return passed
    }

    /// From when on it can be asked for again; nil where that is unknown.
    var resumption: Timestamp? { isOrdered && latest?.time != cut ? latest?.time : nil }

    /// What to ask for: everything, or what came after the lines that are known.
    mutating func open(_ query: LogQuery, _ channel: LogMerge) -> LogQuery {
        self.channel = channel
        guard let latest else {
            isTail = query.tail != nil
            return query
        }
        awaited = latest.count
        var query = query
        query.tail = nil
        query.place = nil
        query.sinceSeconds = nil
        query.sinceTime = latest.time
        return query
    }

    mutating func letGo() async {
        await channel?.close()
        channel = nil
    }

    mutating func fill(upTo size: Int) async throws {
        var count = 0
        while count < size, let channel {
            switch await channel.next() {
            case .piece(.lines(let entries)): count += try append(entries)
            case .piece(.restart(let restart)):
                if !isMarked { items.append(.restart(restart)) }
                isMarked = true
            case .failed(let error): throw error
            case .look: break
            case .ended:
                self.channel = nil
                isOver = true
                if awaited > 0 { throw gap }
            }
        }
    }

    /// The next item, and those after it that `isFirst` says come before all others by their keys.
    mutating func take(while isFirst: (Timestamp) -> Bool) -> [PodLogs.Piece] {
        var pieces: [PodLogs.Piece] = []
        var entries: [LogEntry] = []
        func flush() {
            if !entries.isEmpty { pieces.append(.lines(entries)) }
            entries = []
        }
        repeat {
            passed = key ?? passed
            switch items[next] {
            case .line(let entry): entries.append(entry)
            case .restart(let restart):
                flush()
                pieces.append(.restart(restart))
            }
            next += 1
        } while key.map(isFirst) == true
        flush()
        if next == items.count { (items, next) = ([], 0) }
        return pieces
    }

    /// Adds what is new; answers how many bytes that was.
    private mutating func append(_ entries: [LogEntry]) throws(BackendError) -> Int {
        var size = 0
        for entry in entries {
            if awaited > 0, try isKnown(entry) { continue }
            note(entry.time)
            items.append(.line(entry))
            size += entry.content.count
        }
        return size
    }

    private mutating func note(_ time: Timestamp?) {
        guard let time, time >= latest?.time ?? time else { return isOrdered = false }
        if isTail, latest == nil { cut = time }
        latest = (time, time == latest?.time ? (latest?.count ?? 0) + 1 : 1)
    }

    private mutating func isKnown(_ entry: LogEntry) throws(BackendError) -> Bool {
        guard let time = entry.time, let latest, time <= latest.time else { throw gap }
        if time == latest.time { awaited -= 1 }
        return true
    }

    /// A log that was cut short at its start meanwhile; whoever asks for all of it anew can tell what is missing.
    private var gap: BackendError {
        .malformed("the log of pod '\(container.source.pod)' no longer has the lines that were read last")
    }
}
