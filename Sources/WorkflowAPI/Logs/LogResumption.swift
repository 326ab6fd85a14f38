import DocumentKit
package import WorkflowModel

/// Tells the lines of a log that are new from those that an earlier answer has brought already.
///
///     first answer      p 1s "a"   p 2s "b"   p 2s "b"   cut
///     second answer                p 2s "b"   p 2s "b"   p 2s "c"   p 3s "d"
///                                  seen       seen       new        new
///
/// Of each source it remembers the latest time and the lines from that very moment on, and nothing else: an answer begins
/// with lines that are older, which are all seen, goes on with those that are remembered, which are seen as often as they
/// came, and from there on everything is new, lines that truly repeat included. Times may run backwards, as those of the
/// two streams of one container do: a line that is late counts among those of the moment it came after. Where lines have
/// no times they are counted.
package struct LogResumption: Sendable {
    package enum Verdict: Sendable, Equatable {
        case new
        case seen
        /// The answer goes on behind the place where the last one ended: what lies between was not sent. The line is
        /// new all the same where the answer is a whole one; else everything has to be asked for.
        case gap
    }

    /// Lines from the latest moment on that are remembered one by one; beyond that they are only counted.
    private static let memory = 4_096

    /// What is known of one source.
    private struct Known {
        var source: LogSource
        /// The present answer, where a line of it has come, and the first one.
        var answer: Int
        let first: Int
        /// The latest time of a line.
        var latest: Timestamp?
        /// Hashes: the first `count` are of the first line of that time and of all that came after it.
        var lines: [ByteHash] = []
        var count = 0
        /// Lines without a time.
        var untimed = 0
        /// In the present answer: what has to come before anything is new.
        var awaited: [ByteHash] = []
        var awaitedCount = 0
        var awaitedUntimed = 0
        var isBehind = false
        var hasMet = false
    }

    private var known: [Known] = []
    private var places: [LogSource: Int] = [:]
    private var last = -1
    private var answer = 0
    private var isWhole = true

    /// Older lines of a source that is heard of in the present answer for the first time were not asked for: that it had
    /// lines before was known, and which of them were wanted.
    package var floor: Timestamp?

    package init() {}

    /// Says that another answer begins; a whole one is not limited to what came after a time.
    package mutating func begin(isWhole: Bool) {
        answer += 1
        self.isWhole = isWhole
        last = -1
    }

    /// Whether any line has come.
    package var hasBegun: Bool { !known.isEmpty }

    /// Those of which a line has come.
    package var sources: [LogSource] { known.map(\.source) }

    /// The time of the latest line of each; nil where lines have none, and it takes everything to go on.
    package var latest: [LogSource: Timestamp]? {
        if known.contains(where: { $0.untimed > 0 || $0.latest == nil }) { return nil }
        return Dictionary(uniqueKeysWithValues: known.compactMap { known in known.latest.map { (known.source, $0) } })
    }

    /// Whether the present answer has come without the lines where some source ended: the pod is gone, or the server
    /// took the time that was asked for to be another one.
    package var lacksKnownLines: Bool {
        known.contains { $0.latest != nil && ($0.answer != answer || $0.isBehind && !$0.hasMet) }
    }

    /// Whether a line, the next one of the present answer, is new.
    package mutating func verdict(on entry: LogEntry) -> Verdict {
        let place = place(of: entry)
        guard let time = entry.time else { return untimed(place) }
        if !known[place].isBehind {
            pass(entry, time, place)
            if let floor, time < floor, known[place].first == answer { return .seen }
            return .new
        }
        let latest = known[place].latest ?? time
        // One that is late has its place behind lines that are known: before those it is old.
        if time < latest && !known[place].hasMet { return .seen }
        if time <= latest {
            if meets(entry, place) { return .seen }
            remember(entry, place)
            return .new
        }
        if !known[place].hasMet && known[place].count > 0 {
            guard isWhole else { return .gap }
            known[place].isBehind = false
            pass(entry, time, place)
            return .gap
        }
        known[place].isBehind = false
        pass(entry, time, place)
        return .new
    }

    private mutating func untimed(_ place: Int) -> Verdict {
        if known[place].awaitedUntimed > 0 {
            known[place].awaitedUntimed -= 1
            return .seen
        }
        known[place].untimed += 1
        return .new
    }

    private mutating func place(of entry: LogEntry) -> Int {
        if last >= 0, known[last].source.pod == entry.pod, known[last].source.container == entry.container {
            return last
        }
        let source = entry.source
        if let place = places[source] {
            last = place
            if known[place].answer != answer { rewind(place) }
            return place
        }
        last = known.count
        places[source] = last
        known.append(Known(source: source, answer: answer, first: answer))
        return last
    }

    /// The first line of a known source in another answer.
    private mutating func rewind(_ place: Int) {
        known[place].answer = answer
        known[place].awaited = Array(known[place].lines.prefix(known[place].count))
        known[place].awaitedCount = known[place].count
        known[place].awaitedUntimed = known[place].untimed
        known[place].isBehind = known[place].latest != nil
        known[place].hasMet = false
    }

    private mutating func pass(_ entry: LogEntry, _ time: Timestamp, _ place: Int) {
        if let latest = known[place].latest {
            if time > latest { known[place].count = 0 }
        }
        known[place].latest = max(time, known[place].latest ?? time)
        remember(entry, place)
    }

    private mutating func remember(_ entry: LogEntry, _ place: Int) {
        let count = known[place].count
        known[place].count += 1
        guard count < Self.memory else { return }
        let hash = ByteHash(entry.content.span)
        if count == known[place].lines.count {
            known[place].lines.append(hash)
        } else {
            // What is behind `count` is of an earlier moment, and stays only because taking it out costs more.
            known[place].lines[count] = hash
        }
    }

    /// Whether a line is one of the last that came before; each is met once.
    private mutating func meets(_ entry: LogEntry, _ place: Int) -> Bool {
        guard known[place].awaitedCount > 0 else { return false }
        // More of them than are remembered are known by their number alone.
        let isRemembered = known[place].count <= Self.memory
        if isRemembered {
            let hash = ByteHash(entry.content.span)
            guard let index = known[place].awaited.firstIndex(of: hash) else { return false }
            known[place].awaited.remove(at: index)
        }
        known[place].awaitedCount -= 1
        known[place].hasMet = true
        return true
    }
}
