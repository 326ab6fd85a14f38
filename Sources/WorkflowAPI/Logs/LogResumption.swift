import DocumentKit
package import WorkflowModel

/// Tells the lines of a log that are new from those that an earlier answer has brought already.
///
///     first answer      p 1s "a"   p 2s "b"   p 2s "b"   cut
///     second answer                p 2s "b"   p 2s "b"   p 2s "c"   p 3s "d"
///                                  seen       seen       new        new
///
/// Of each pod it remembers the latest time and the lines of that very moment, and nothing else: an answer begins with
/// lines that are older, which are all seen, goes on with those of that moment, which are seen as often as they came,
/// and from there on everything is new, lines that truly repeat included. Where lines have no times they are counted.
package struct LogResumption: Sendable {
    package enum Verdict: Sendable, Equatable {
        case new
        case seen
        /// The answer goes on behind the place where the last one ended: what lies between was not sent. The line is
        /// new all the same where the answer is a whole one; else everything has to be asked for.
        case gap
    }

    /// Lines of one moment that are remembered one by one; beyond that they are only counted.
    private static let memory = 4_096

    /// What is known of one pod's log.
    private struct Pod {
        var name: String
        var answer: Int
        /// The latest time of a line.
        var latest: Timestamp?
        /// Their hashes: the first `count` are of the lines of that time.
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

    private var pods: [Pod] = []
    private var places: [String: Int] = [:]
    private var last = -1
    private var answer = 0
    private var isWhole = true

    package init() {}

    /// Says that another answer begins; a whole one is not limited to what came after a time.
    package mutating func begin(isWhole: Bool) {
        answer += 1
        self.isWhole = isWhole
        last = -1
    }

    /// Whether any line has come.
    package var hasBegun: Bool { !pods.isEmpty }

    /// Whether a line of that pod has come.
    package func knows(_ pod: String) -> Bool { places[pod] != nil }

    /// The pods of which a line has come.
    package var names: [String] { pods.map(\.name) }

    /// From when on all pods have to be asked again; nil when it takes everything.
    package var resumeTime: Timestamp? {
        pods.contains { $0.untimed > 0 } ? nil : pods.compactMap(\.latest).min()
    }

    /// Whether the present answer has come without the lines where some pod's log ended: the pod is gone, or the server
    /// took the time that was asked for to be another one.
    package var lacksKnownLines: Bool {
        pods.contains { $0.latest != nil && ($0.answer != answer || $0.isBehind && !$0.hasMet) }
    }

    /// Whether a line, the next one of the present answer, is new.
    package mutating func verdict(on entry: LogEntry) -> Verdict {
        let place = place(of: entry.pod)
        guard let time = entry.time else { return untimed(place) }
        if !pods[place].isBehind {
            pass(entry, time, place)
            return .new
        }
        let latest = pods[place].latest ?? time
        if time < latest { return .seen }
        if time == latest {
            if meets(entry, place) { return .seen }
            remember(entry, place)
            return .new
        }
        if !pods[place].hasMet && pods[place].count > 0 {
            guard isWhole else { return .gap }
            pods[place].isBehind = false
            pass(entry, time, place)
            return .gap
        }
        pods[place].isBehind = false
        pass(entry, time, place)
        return .new
    }

    private mutating func untimed(_ place: Int) -> Verdict {
        if pods[place].awaitedUntimed > 0 {
            pods[place].awaitedUntimed -= 1
            return .seen
        }
        pods[place].untimed += 1
        return .new
    }

    private mutating func place(of name: String) -> Int {
        if last >= 0, pods[last].name == name { return last }
        if let place = places[name] {
            last = place
            if pods[place].answer != answer { rewind(place) }
            return place
        }
        last = pods.count
        places[name] = last
        pods.append(Pod(name: name, answer: answer))
        return last
    }

    /// The first line of a known pod in another answer.
    private mutating func rewind(_ place: Int) {
        pods[place].answer = answer
        pods[place].awaited = Array(pods[place].lines.prefix(pods[place].count))
        pods[place].awaitedCount = pods[place].count
        pods[place].awaitedUntimed = pods[place].untimed
        pods[place].isBehind = pods[place].latest != nil
        pods[place].hasMet = false
    }

    private mutating func pass(_ entry: LogEntry, _ time: Timestamp, _ place: Int) {
        if let latest = pods[place].latest {
            if time < latest { return }
            if time > latest { pods[place].count = 0 }
        }
        pods[place].latest = time
        remember(entry, place)
    }

    private mutating func remember(_ entry: LogEntry, _ place: Int) {
        let count = pods[place].count
        pods[place].count += 1
        guard count < Self.memory else { return }
        let hash = ByteHash(entry.content.span)
        if count == pods[place].lines.count {
            pods[place].lines.append(hash)
        } else {
            // What is behind `count` is of an earlier moment, and stays only because taking it out costs more.
            pods[place].lines[count] = hash
        }
    }

    /// Whether a line of the latest time is one of those that came before; each is met once.
    private mutating func meets(_ entry: LogEntry, _ place: Int) -> Bool {
        guard pods[place].awaitedCount > 0 else { return false }
        // More of them than are remembered are known by their number alone.
        let isRemembered = pods[place].count <= Self.memory
        if isRemembered {
            let hash = ByteHash(entry.content.span)
            guard let index = pods[place].awaited.firstIndex(of: hash) else { return false }
            pods[place].awaited.remove(at: index)
        }
        pods[place].awaitedCount -= 1
        pods[place].hasMet = true
        return true
    }
}
