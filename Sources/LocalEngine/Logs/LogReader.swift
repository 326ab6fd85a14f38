import WorkflowAPI
import WorkflowModel

/// Reads the logs of a run's pods as one log, by time.
struct LogReader {
    private let reading: RunReading
    private let query: LogQuery
    private let filter: LogFilter
    private var cursors: [String: LogCursor] = [:]
    private let watch: FolderWatch

    private static let suffix = ".main.log"

    init(_ reading: RunReading, _ query: LogQuery, now: Timestamp) throws(BackendError) {
        self.reading = reading
        self.query = query
        filter = try LogFilter(query, now: now)
        watch = FolderWatch(reading.folder.logs)
    }

    /// Hands over what is there; with `follows`, goes on until the run is over.
    mutating func read(_ body: (LogEntry) throws -> Void, _ pause: () throws -> Void) async throws {
        try open()
        try pass(Array(cursors.keys), isFirst: true, body)
        try pause()
        guard query.follows else { return }
        while true {
            // Asked before looking: whatever was written before the end is still seen after it.
            let isRunning = reading.isRunning
            let changes = watch.changes()
            if changes?.isEmpty != true || !isRunning {
                try open()
                let names = changes.map { $0.filter { $0.hasSuffix(Self.suffix) }.map(Self.pod) }
                try pass(isRunning ? names ?? Array(cursors.keys) : Array(cursors.keys), isFirst: false, body)
                try pause()
            }
            if !isRunning { return try end() }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func end() throws(BackendError) {
        if reading.read() == nil { throw .deleted(reading.name) }
    }

    private static func pod(_ file: String) -> String { String(file.dropLast(suffix.count)) }

    /// Takes up logs that are new.
    private mutating func open() throws(BackendError) {
        let names = try withStore { () throws(SystemError) in try Files.names(in: reading.folder.logs) }
        for name in names where name.hasSuffix(Self.suffix) {
            let pod = Self.pod(name)
            guard cursors[pod] == nil, query.pod == nil || query.pod == pod else { continue }
            cursors[pod] = LogCursor(pod: pod, path: "\(reading.folder.logs)/\(name)")
        }
    }

    /// Hands over the new lines of some pods in the order of their times.
    private mutating func pass(_ pods: [String], isFirst: Bool, _ body: (LogEntry) throws -> Void) throws {
        var heads: [Head] = []
        for pod in pods {
            if isFirst, let tail = query.tail {
                try cursors[pod]?.skip(allBut: max(0, tail))
            }
            if let head = try head(of: pod) { heads.append(head) }
        }
        // The earliest stands last; after each line the pod moves to where its next one belongs.
        heads.sort { $1 < $0 }
        while let head = heads.popLast() {
            guard let line = cursors[head.pod]?.take() else { continue }
            if let entry = filter.entry(line, of: head.pod) { try body(entry) }
            guard let next = try self.head(of: head.pod) else { continue }
            heads.insert(next, at: heads.firstPlace { $0 < next })
        }
    }

    /// The next line of a pod, as far as its order goes.
    private mutating func head(of pod: String) throws(BackendError) -> Head? {
        _ = try cursors[pod]?.fill()
        return cursors[pod]?.next.map { Head(time: $0.time, pod: pod) }
    }

    private struct Head: Comparable {
        var time: ArraySlice<UInt8>
        var pod: String

        static func < (left: Head, right: Head) -> Bool {
            if left.time.lexicographicallyPrecedes(right.time) { return true }
            return left.time == right.time && left.pod < right.pod
        }
    }
}

extension Array {
    /// The first place whose element satisfies `isBehind`, all later ones doing so too.
    fileprivate func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
