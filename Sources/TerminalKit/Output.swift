import Synchronization

/// A buffered, thread-safe sink for bytes: a file descriptor, or memory in tests.
///
/// Once a write has failed the output stays failed and every later call throws the same error, so a command that reports
/// per item cannot go on writing into the void.
package final class Output: Sendable {
    /// Bytes gathered before they are handed to the system.
    static let capacity = 65_536

    private let state: Mutex<State>
    private let channel: Channel
    private let memory: Channel.Memory?
    private let screen: Screen
    /// The output whose bytes must be out first, because both end in one place.
    private let predecessor: Output?

    private struct State {
        var buffer: [UInt8] = []
        var failure: OutputError?
        var flushesLines: Bool
    }

    init(
        channel: Channel, memory: Channel.Memory? = nil, flushesLines: Bool = false, screen: Screen = Screen(),
        after predecessor: Output? = nil
    ) {
        self.channel = channel
        self.memory = memory
        self.screen = screen
        self.predecessor = predecessor
        state = Mutex(State(flushesLines: flushesLines))
    }

    /// An output over an open file descriptor, which stays the caller's to close.
    package convenience init(fileDescriptor: Int32, flushesLines: Bool = false) {
        self.init(channel: .descriptor(fileDescriptor), flushesLines: flushesLines)
    }

    /// An output that keeps everything; read it back with `bytes` or `text`.
    package static func memory() -> Output {
        let memory = Channel.Memory()
        return Output(channel: .memory(memory), memory: memory)
    }

    /// What was written so far to a memory output; empty for the others.
    package var bytes: [UInt8] {
        guard let memory else { return [] }
        return state.withLock { memory.bytes + $0.buffer }
    }

    /// `bytes` as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether each write that holds a newline leaves at once: on a terminal and while following.
    package var flushesLines: Bool {
        get { state.withLock { $0.flushesLines } }
        set { state.withLock { $0.flushesLines = newValue } }
    }

    package func write(_ text: String) throws(OutputError) {
        try write(text.utf8.span)
    }

    package func write(_ bytes: [UInt8]) throws(OutputError) {
        try write(bytes.span)
    }

    package func write(_ bytes: ArraySlice<UInt8>) throws(OutputError) {
        try write(bytes.span)
    }

    package func write(_ bytes: borrowing Span<UInt8>) throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            if let failure = state.failure { throw failure }
            if state.buffer.count + bytes.count > Self.capacity { try drain(&state) }
            if bytes.count > Self.capacity {
                try hand(bytes, from: &state)
                return
            }
            bytes.withUnsafeBufferPointer { state.buffer.append(contentsOf: $0) }
            if state.flushesLines && bytes.containsNewline { try drain(&state) }
        }
    }

    /// Whether nobody can read any more, as far as that can be told without a write.
    var isAbandoned: Bool { channel.isAbandoned() }

    /// Hands everything that was written to the system.
    package func flush() throws(OutputError) {
        try state.withLock { state throws(OutputError) in
            if let failure = state.failure { throw failure }
            try drain(&state)
        }
    }

    /// Hands on what the reader takes without keeping us waiting; the process ends, and a vanished reader must not hold
    /// it up for ever. Nothing, when a write is going on at this moment.
    func flushForTheLastTime() {
        _ = state.withLockIfAvailable { state in
            guard state.failure == nil else { return }
            var start = 0
            while start < state.buffer.count, channel.waitUntilWritable(Self.lastPatience) > 0 {
                let end = min(start + Channel.sureBytes, state.buffer.count)
                guard (try? screen.write(state.buffer.span.extracting(start..<end), to: channel)) != nil else { break }
                start = end
            }
            state.buffer.removeFirst(start)
        }
    }

    /// Milliseconds that a reader has for each piece of what is written last.
    private static let lastPatience: Int32 = 200

    /// Shows a progress message below everything that was written.
    func showProgress(_ text: String) throws(OutputError) {
        flushPredecessor()
        try flush()
        try screen.show(text, on: channel)
    }

    /// Takes the progress message away.
    func clearProgress() throws(OutputError) {
        try screen.clear(on: channel)
    }

    /// Shows lines below everything that was written, in place of those shown before.
    func showFrame(_ lines: [String], in size: Terminal.Size) throws(OutputError) {
        try flush()
        try screen.show(frame: lines, in: size, on: channel)
    }

    func enterFullScreen() throws(OutputError) {
        try flush()
        try screen.enterFullScreen(on: channel)
    }

    /// Lets the lines that are shown stay, on the ordinary screen.
    func closeFrame() throws(OutputError) {
        try screen.closeFrame(on: channel)
    }

    /// Leaves the terminal to others until `resumeFrame`.
    func suspendFrame() { screen.suspend(on: channel) }

    func resumeFrame() { screen.resume(on: channel) }

    /// Ends what is shown in place, for good: the process ends.
    func retireFrame() { screen.retire(on: channel) }

    /// Says that the reader ended the line, by typing return.
    func noteLineEnd() {
        screen.noteLineEnd()
    }

    private func drain(_ state: inout State) throws(OutputError) {
        if state.buffer.isEmpty { return }
        // Swapped out, not copied: a second owner would cost a new buffer at every drain.
        var buffer: [UInt8] = []
        swap(&buffer, &state.buffer)
        try hand(buffer.span, from: &state)
        buffer.removeAll(keepingCapacity: true)
        state.buffer = buffer
    }

    private func hand(_ bytes: borrowing Span<UInt8>, from state: inout State) throws(OutputError) {
        do throws(OutputError) {
            flushPredecessor()
            try screen.write(bytes, to: channel)
        } catch {
            state.failure = error
            throw error
        }
    }

    /// What the other output cannot deliver is its own callers' error, not one of this output.
    private func flushPredecessor() {
        try? predecessor?.flush()
    }
}

extension Span<UInt8> {
    fileprivate var containsNewline: Bool {
        for index in indices.reversed() where self[index] == 0x0A { return true }
        return false
    }
}
