#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Cuts a stream of bytes into lines, wherever the stream was cut into chunks.
///
///     {"result":{"content":"one"}}␊{"result":{"con      first chunk: one line
///     tent":"two"}}␍␊{"result":                         second chunk: one line, put together
///                                                        the end: `{"result":` is left over
package struct LineFramer: Sendable {
    /// What ends a line.
    package enum Ending: Sendable {
        /// A line feed; a carriage return before it goes, too.
        case lineFeed
        /// A line feed; a carriage return before it belongs to the line.
        case lineFeedAlone
        /// A line feed, a carriage return, or both together.
        case any
    }

    private let ending: Ending
    private let limit: Int
    private var pending: [UInt8] = []
    /// The last chunk ended in a carriage return, and a line feed that follows belongs to it.
    private var isAfterReturn = false

    /// A line longer than `limit` bytes is an error, not a way to fill the memory.
    package init(ending: Ending = .lineFeed, limit: Int = 16 << 20) {
        self.ending = ending
        self.limit = limit
    }

    /// The lines that this chunk completes, without their ends. Mostly slices of the chunk itself.
    package mutating func append(_ chunk: [UInt8]) throws(BackendError) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        if isAfterReturn, let first = chunk.first {
            isAfterReturn = false
            if first == Self.lineFeed { start = 1 }
        }
        // Each end is looked for once, so that a chunk full of the other one is not searched again for every line.
        var feed = chunk.position(of: Self.lineFeed, from: start)
        var carriage = ending == .any ? chunk.position(of: Self.carriageReturn, from: start) : chunk.count
        while min(feed, carriage) < chunk.count {
            let end = min(feed, carriage)
            lines.append(try completed(by: chunk[start..<end]))
            start = end + 1
            if end == carriage {
                isAfterReturn = start == chunk.count
                if start == feed, !isAfterReturn { start += 1 }
                carriage = chunk.position(of: Self.carriageReturn, from: start)
            }
            if feed < start { feed = chunk.position(of: Self.lineFeed, from: start) }
        }
        pending += chunk[start...]
        try check(pending.count)
        return lines
    }

    /// What is left without an end; call it once, at the end of the stream.
    package mutating func finish() -> ArraySlice<UInt8>? {
        defer { pending = [] }
        return pending.isEmpty ? nil : pending[...]
    }

    private mutating func completed(by rest: ArraySlice<UInt8>) throws(BackendError) -> ArraySlice<UInt8> {
        var line = rest
        if !pending.isEmpty {
            pending += rest
            line = pending[...]
            pending = []
        }
        try check(line.count)
        if ending == .lineFeed, line.last == Self.carriageReturn { line.removeLast() }
        return line
    }

    private func check(_ count: Int) throws(BackendError) {
        guard count <= limit else { throw .tooLong("a line", limit) }
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}

extension BackendError {
    /// More than is taken in at once. The same would come again, however often it is asked for.
    package static func tooLong(_ what: String, _ limit: Int) -> BackendError {
        .failed("\(what) of the answer is longer than \(limit) bytes, which is all that wfctl takes in")
    }
}

extension [UInt8] {
    /// Where that byte next stands; `count` where it does not.
    fileprivate func position(of byte: UInt8, from start: Int) -> Int {
        withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
            guard let base = rest.baseAddress, let found = memchr(base, Int32(byte), rest.count) else { return count }
            return start + base.distance(to: found)
        }
    }
}
