import Synchronization

/// What stdout and stderr share when they end on the same terminal: the line a progress message stands on.
///
/// Every write goes through `write(_:to:)`, which first takes a progress message away, so that output never lands behind it.
final class Screen: Sendable {
    private let line = Mutex(Line())

    private struct Line {
        var holdsProgress = false
        var isAtStart = true
    }

    /// Writes ordinary output.
    func write(_ bytes: borrowing Span<UInt8>, to channel: Channel) throws(OutputError) {
        guard !bytes.isEmpty else { return }
        try line.withLock { line throws(OutputError) in
            if line.holdsProgress {
                line.holdsProgress = false
                try channel.writeAll(Self.erasing)
            }
            try channel.writeAll(bytes)
            line.isAtStart = bytes[bytes.count - 1] == 0x0A
        }
    }

    /// Shows `text` in place of the progress message before it, unless unfinished output stands on the line.
    func show(_ text: String, on channel: Channel) throws(OutputError) {
        try line.withLock { line throws(OutputError) in
            guard line.isAtStart else { return }
            line.holdsProgress = true
            try channel.writeAll("\r" + text + "\u{1B}[K")
        }
    }

    /// The line was ended by someone else.
    func noteLineEnd() {
        line.withLock { $0.isAtStart = true }
    }

    /// Takes the progress message away.
    func clear(on channel: Channel) throws(OutputError) {
        try line.withLock { line throws(OutputError) in
            guard line.holdsProgress else { return }
            line.holdsProgress = false
            try channel.writeAll(Self.erasing)
        }
    }

    /// Back to the first column, then clear to the end of the line.
    private static let erasing = "\r\u{1B}[K"
}

extension Channel {
    fileprivate func writeAll(_ text: String) throws(OutputError) {
        try writeAll(text.utf8.span)
    }
}
