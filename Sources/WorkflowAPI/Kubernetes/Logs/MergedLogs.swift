import WorkflowModel

/// The logs of several containers while they are brought together: which of them to read next, and whose line is the oldest.
struct MergedLogs {
    enum Step: Equatable {
        case open(Int)
        case fill(Int)
        case letGo(Int)
    }

    private typealias Head = (key: Timestamp, place: Int)

    private var logs: [MergedLog]
    /// Those that nobody has asked for, the first one last.
    private var waiting: [Int]
    /// Those that nothing is left of, until more of it is read.
    private var empty: Set<Int> = []
    /// The others by their next line, the oldest one last.
    private var heads: [Head] = []
    private var openCount = 0

    init(_ containers: [PodContainer]) {
        logs = containers.map { MergedLog($0) }
        let logs = logs
        waiting = logs.indices.sorted { (logs[$0].earliest, $0) > (logs[$1].earliest, $1) }
    }

    /// What has to be done before the oldest line is known; nil when it is.
    func step(mostStreams: Int, ahead: Int) -> Step? {
        let next = empty.filter { !logs[$0].isOpen }.min() ?? waiting.last.flatMap { isDue($0) ? $0 : nil }
        if let next, openCount < mostStreams { return .open(next) }
        if let early = waiting.last, openCount < ahead { return .open(early) }
        if let place = empty.filter({ logs[$0].isOpen }).min() { return .fill(place) }
        // Logs that cannot be asked for from a time on stay open, however many they are.
        return next.map { next in farthest.map { .letGo($0) } ?? .open(next) }
    }

    private func isDue(_ place: Int) -> Bool {
        heads.last.map { logs[place].earliest <= $0.key } ?? (openCount == 0)
    }

    /// The open one whose lines last longest.
    private var farthest: Int? {
        logs.indices.filter { logs[$0].isOpen && logs[$0].resumption != nil }
            .max { (logs[$0].resumption ?? .zero) < (logs[$1].resumption ?? .zero) }
    }

    mutating func open(
        _ place: Int, _ query: LogQuery
    ) -> (container: PodContainer, query: LogQuery, channel: LogMerge) {
        if waiting.last == place { waiting.removeLast() }
        empty.insert(place)
        openCount += 1
        let channel = LogMerge()
        return (logs[place].container, logs[place].open(query, channel), channel)
    }

    /// Reads on in a log that is open, as far as it goes or until so many bytes are there.
    mutating func fill(_ place: Int, upTo size: Int) async throws {
        try await logs[place].fill(upTo: size)
        if !logs[place].isOpen { openCount -= 1 }
        empty.remove(place)
        push(place)
    }

    mutating func letGo(_ place: Int) async {
        await logs[place].letGo()
        openCount -= 1
    }

    mutating func close() async {
        for place in logs.indices where logs[place].isOpen { await logs[place].letGo() }
    }

    /// The oldest line, and those of the same container that come before all others; empty when there are no more.
    mutating func takeOldest() -> [PodLogs.Piece] {
        guard let head = heads.popLast() else { return [] }
        let unasked = waiting.last.map { logs[$0].earliest }
        let other = heads.last
        let pieces = logs[head.place].take { key in
            if let unasked, key >= unasked { return false }
            return other.map { (key, head.place) < ($0.key, $0.place) } ?? true
        }
        push(head.place)
        return pieces
    }

    private mutating func push(_ place: Int) {
        guard let key = logs[place].key else {
            if !logs[place].isOver { empty.insert(place) }
            return
        }
        var (low, high) = (0, heads.count)
        while low < high {
            let middle = (low + high) / 2
            if (heads[middle].key, heads[middle].place) > (key, place) { low = middle + 1 } else { high = middle }
        }
        heads.insert((key, place), at: low)
    }
}
