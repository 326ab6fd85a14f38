import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What stdout and stderr share when they end on the same terminal: what stands below the output and can be taken away.
///
/// Every write goes through `write(_:to:)`, so that output never lands behind a progress message or within a live region.
final class Screen: Sendable {
    private let state = Mutex(State())

    private struct State {
        var holdsProgress = false
        var isAtStart = true
        var frame: [String] = []
        /// The room the frame was drawn for.
        var size = Terminal.Size(columns: 0, rows: 0)
        /// What is written while a frame has the whole screen; it would be gone with that.
        var held: [(bytes: [UInt8], channel: Channel)]?
        /// The terminal is somebody else's for now.
        var isSuspended = false
        /// The process ends: what stands there stays.
        var isRetired = false

        /// Lets the frame stand as ordinary output, on the ordinary screen.
        mutating func closeFrame(on channel: Channel) throws(OutputError) {
            defer { frame = [] }
            guard let held else { return }
            self.held = nil
            try channel.writeAll(Screen.leavingFullScreen + frame.map { $0 + "\r\n" }.joined())
            for write in held { try write.channel.writeAll(write.bytes.span) }
        }
    }

    /// Writes ordinary output.
    func write(_ bytes: borrowing Span<UInt8>, to channel: Channel) throws(OutputError) {
        guard !bytes.isEmpty else { return }
        try state.withLock { state throws(OutputError) in
            if state.held != nil {
                state.held?.append((bytes.withUnsafeBufferPointer { Array($0) }, channel))
                return
            }
            if state.holdsProgress {
                state.holdsProgress = false
                try channel.writeAll(Self.erasing)
            }
            try channel.writeAll(FrameUpdate.erasing(state.frame))
            try channel.writeAll(bytes)
            state.isAtStart = bytes[bytes.count - 1] == 0x0A
            if !state.isAtStart { state.frame = [] }
            if !state.frame.isEmpty { try channel.writeAll(FrameUpdate(from: [], to: state.frame).text) }
        }
    }

    /// Shows `text` in place of the progress message before it, unless unfinished output stands on the line.
    func show(_ text: String, on channel: Channel) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            guard state.isAtStart, state.frame.isEmpty, state.held == nil else { return }
            state.holdsProgress = true
            try channel.writeAll("\r" + text + "\u{1B}[K")
        }
    }

    /// The line was ended by someone else.
    func noteLineEnd() {
        state.withLock { $0.isAtStart = true }
    }

    /// Takes the progress message away.
    func clear(on channel: Channel) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            guard state.holdsProgress else { return }
            state.holdsProgress = false
            try channel.writeAll(Self.erasing)
        }
    }

    // MARK: Live regions

    /// Shows a frame of lines in place of the one before it.
    func show(frame: [String], in size: Terminal.Size, on channel: Channel) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            if state.isRetired || state.isSuspended { return }
            if state.holdsProgress {
                state.holdsProgress = false
                try channel.writeAll(Self.erasing)
            }
            if !state.isAtStart {
                state.isAtStart = true
                try channel.writeAll("\r\n")
            }
            var old = state.frame
            if state.size != size {
                // Where its lines are now is the terminal's secret; never reach above those that were its own.
                let reach = Array(old.prefix(size.rows))
                try channel.writeAll(FrameUpdate.erasing(reach))
                (old, state.size) = ([], size)
            }
            state.frame = frame
            try channel.writeAll(FrameUpdate(from: old, to: frame).text)
        }
    }

    /// Gives the frames that follow the whole screen.
    func enterFullScreen(on channel: Channel) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            guard state.held == nil else { return }
            state.held = []
            try channel.writeAll(Self.enteringFullScreen)
        }
    }

    /// Lets the frame stand as ordinary output, on the ordinary screen.
    func closeFrame(on channel: Channel) throws(OutputError) {
        try state.withLock { state throws(OutputError) in try state.closeFrame(on: channel) }
    }

    /// Leaves the terminal to the shell; what was shown stays there unless it had the whole screen.
    func suspend(on channel: Channel) {
        state.withLock { state in
            state.isSuspended = true
            if state.held != nil { try? channel.writeAll(Self.leavingFullScreen) }
        }
    }

    /// Takes the terminal back; the next frame is drawn anew, below what others wrote.
    func resume(on channel: Channel) {
        state.withLock { state in
            (state.isSuspended, state.frame) = (false, [])
            if state.held != nil { try? channel.writeAll(Self.enteringFullScreen) }
        }
    }

    /// Closes the frame for good, unless a write is going on that does not end: a vanished reader may keep it up for ever.
    func retire(on channel: Channel) {
        for _ in 0..<20 {
            let isDone: Void? = state.withLockIfAvailable { state in
                state.isRetired = true
                try? state.closeFrame(on: channel)
            }
            if isDone != nil { return }
            usleep(10_000)
        }
    }

    /// Back to the first column, then clear to the end of the line.
    private static let erasing = "\r\u{1B}[K"
    /// The alternate screen, without a cursor, from its first line on.
    private static let enteringFullScreen = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[H\u{1B}[2J"
    private static let leavingFullScreen = "\u{1B}[?25h\u{1B}[?1049l"
}

extension Channel {
    fileprivate func writeAll(_ text: String) throws(OutputError) {
        if !text.isEmpty { try writeAll(text.utf8.span) }
    }
}
