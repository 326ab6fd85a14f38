import WorkflowAPI

/// A place in the log of one pod, moved on over whole lines.
///
/// The file is opened for each block only: a run may have more pods than a process may have open files.
struct LogCursor: Sendable {
    /// One line as it was written, put together again from its parts.
    struct Line: Sendable, Equatable {
        /// The bytes of its time, whose order is that of the times.
        var time: ArraySlice<UInt8>
        var content: ArraySlice<UInt8>
    }

    /// A line without end must not fill the memory: a longer one is an error, as it is with every other backend.
    static let lineLimit = 64 << 20

    let pod: String
    private let path: String
    private var offset = 0
    private var rest: [UInt8] = []
    private var parts: [LogStream: [UInt8]] = [:]
    /// Lines that were read and not taken yet.
    private(set) var lines: ArraySlice<Line> = []

    init(pod: String, path: String) {
        self.pod = pod
        self.path = path
    }

    var next: Line? { lines.first }

    mutating func take() -> Line? { lines.popFirst() }

    /// Reads on until there is a line; false when there is none yet.
    mutating func fill() throws(BackendError) -> Bool {
        while lines.isEmpty {
            let block = try withStore { () throws(SystemError) in
                try Files.block(path, from: offset, count: 32_768)
            }
            if block.isEmpty { return false }
            offset += block.count
            rest += block
            try split()
        }
        return true
    }

    /// Passes over all lines but the last `count` of what is there now.
    mutating func skip(allBut count: Int) throws(BackendError) {
        var kept: ArraySlice<Line> = []
        while try fill() {
            kept += lines
            lines = []
            if kept.count / 2 > max(count, 32) { kept = ArraySlice(kept.suffix(count)) }
        }
        lines = ArraySlice(kept.suffix(count))
    }

    private mutating func split() throws(BackendError) {
        let block = rest
        var start = block.startIndex
        while let end = block[start...].firstIndex(of: UInt8(ascii: "\n")) {
            try append(block[start..<end])
            start = end + 1
        }
        rest = Array(block[start...])
    }

    /// Takes one line of the file, whose fields have fixed places; what is not of its form is passed over.
    private mutating func append(_ line: ArraySlice<UInt8>) throws(BackendError) {
        let start = line.startIndex
        guard line.count >= Self.head, line[start + 30] == Self.space, line[start + 37] == Self.space,
            line[start + 39] == Self.space,
            let stream = LogStream(rawValue: String(decoding: line[(start + 31)..<(start + 37)], as: UTF8.self))
        else { return }
        var content = line.dropFirst(Self.head)
        let isPart = line[start + 38] == UInt8(ascii: "P")
        // In place: a long line has thousands of parts.
        if isPart || parts[stream] != nil { parts[stream, default: []] += content }
        guard parts[stream, default: []].count <= Self.lineLimit else {
            throw .failed(
                "a line of pod '\(pod)' is longer than \(Self.lineLimit) bytes, which is all that wfctl takes in")
        }
        guard !isPart else { return }
        if let whole = parts.removeValue(forKey: stream) { content = whole[...] }
        lines.append(Line(time: line.prefix(30), content: content))
    }

    private static let space = UInt8(ascii: " ")
    /// What stands before the content: `2026-01-02T03:04:05.000000006Z stdout F `.
    private static let head = 40
}
