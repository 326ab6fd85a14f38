import Synchronization

/// A request whose answer is handed over as it comes.
///
/// Bytes that arrive while the reader is busy wait for it, up to a limit.
final class StreamTransfer: Transfer {
    /// How much may wait for the reader before the sender is held back.
    private static let comfortableSize = 1 << 20

    private struct Waiters {
        var head: CheckedContinuation<HTTPHead, any Error>?
        var reader: CheckedContinuation<[UInt8]?, any Error>?

        func fail(_ error: any Error) {
            head?.resume(throwing: error)
            reader?.resume(throwing: error)
        }
    }

    private struct State {
        var head: HTTPHead?
        var pending = ByteQueue()
        /// How the answer ended; pending bytes still come before it.
        var end: Result<Void, any Error>?
        var isAbandoned = false
        var waiters = Waiters()
        /// Lets the sender go on; there while it is held back.
        var release: (@Sendable () -> Void)?
        /// When the server last had its turn: bytes came, or the reader took some and made room.
        var lastTurn = ContinuousClock.now

        /// What `next` gives without waiting.
        mutating func ready() -> Result<[UInt8]?, any Error>? {
            guard let piece = pending.popFirst() else { return end?.map { nil } }
            lastTurn = .now
            return .success(piece)
        }

        /// What lets the sender go on once the reader has made room.
        mutating func takeRelease() -> (@Sendable () -> Void)? {
            guard pending.count < comfortableSize / 2 else { return nil }
            defer { release = nil }
            return release
        }

        mutating func takeWaiters() -> Waiters {
            defer { waiters = Waiters() }
            return waiters
        }
    }

    private let authority: String
    /// Whether a secure connection was to be made that does not tell who asks.
    private let isAnonymous: Bool
    private let control: any TransferControl
    private let state = Mutex(State())

    init(authority: String, isAnonymous: Bool = false, control: any TransferControl) {
        self.authority = authority
        self.isAnonymous = isAnonymous
        self.control = control
    }

    // MARK: For the reader

    /// Status and headers, as soon as they are there. Cancelling the task gives up.
    func head(within timeout: Duration) async throws -> HTTPHead {
        DeadlineClock.schedule(after: timeout) { [weak self] in self?.expire(after: timeout) }
        return try await waiting { (state, waiter) -> Result<HTTPHead, any Error>? in
            if let head = state.head { return .success(head) }
            if case .failure(let error) = state.end { return .failure(error) }
            state.waiters.head = waiter
            return nil
        }
    }

    /// The bytes that wait longest, or else the next ones; nil after the last.
    func next() async throws -> [UInt8]? {
        if !Task.isCancelled {
            let (ready, release) = state.withLock { ($0.ready(), $0.takeRelease()) }
            release?()
            if let ready { return try ready.get() }
        }
        return try await waiting { (state, waiter) -> Result<[UInt8]?, any Error>? in
            let ready = state.ready()
            if ready == nil { state.waiters.reader = waiter }
            return ready
        }
    }

    private func waiting<Value: Sendable>(
        _ look: (inout State, CheckedContinuation<Value, any Error>) -> Result<Value, any Error>?
    ) async throws -> Value {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                if let result = state.withLock({ look(&$0, waiter) }) { waiter.resume(with: result) }
            }
        } onCancel: {
            abandon(CancellationError())
        }
    }

    /// Closes the connection unless the answer has ended; whoever waits gets the error, and so does every later reader.
    func abandon(_ error: any Error) {
        let waiters = state.withLock { state -> Waiters? in
            guard state.end == nil else { return nil }
            state.end = .failure(error)
            state.isAbandoned = true
            state.pending.removeAll()
            return state.takeWaiters()
        }
        guard let waiters else { return }
        waiters.fail(error)
        control.stop()
    }

    // MARK: For the session

    var isOver: Bool { state.withLock(\.isAbandoned) }

    func receive(_ head: HTTPHead) {
        let waiter = state.withLock { state -> CheckedContinuation<HTTPHead, any Error>? in
            guard state.head == nil else { return nil }
            state.head = head
            state.lastTurn = .now
            defer { state.waiters.head = nil }
            return state.waiters.head
        }
        waiter?.resume(returning: head)
    }

    func receive(_ bytes: [UInt8]) {
        let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            guard state.end == nil else { return nil }
            state.lastTurn = .now
            if state.waiters.reader == nil {
                state.pending.append(bytes)
                let isFull = state.pending.count >= Self.comfortableSize && state.release == nil
                if isFull { state.release = control.hold() }
            }
            defer { state.waiters.reader = nil }
            return state.waiters.reader
        }
        reader?.resume(returning: bytes)
    }

    func finish(_ error: (any Error)?) {
        let (waiters, end) = state.withLock { state in
            if state.end == nil {
                let hasHead = state.head != nil
                let failure =
                    error.map { BackendError($0, authority: authority, hasHead: hasHead, isAnonymous: isAnonymous) }
                    ?? (hasHead ? nil : .malformed("\(authority) sent no status line"))
                state.end = failure.map { .failure($0) } ?? .success(())
            }
            return (state.takeWaiters(), state.end)
        }
        if case .failure(let error) = end { return waiters.fail(error) }
        waiters.reader?.resume(returning: nil)
    }

    // MARK: For the clock

    private func expire(after timeout: Duration) {
        guard state.withLock({ $0.head == nil }) else { return }
        abandon(BackendError.timedOut("\(authority) did not answer within \(DeadlineClock.text(timeout))"))
    }

    /// From now on gives up when nothing comes for that long, unless it is the reader who is slow.
    func watchSilence(_ idle: Duration) {
        let silence = state.withLock { state -> Duration? in
            guard state.end == nil else { return nil }
            guard state.pending.isEmpty else { return .zero }
            return .now - state.lastTurn
        }
        guard let silence else { return }
        guard silence < idle else {
            return abandon(BackendError.timedOut("nothing came from \(authority) for \(DeadlineClock.text(idle))"))
        }
        DeadlineClock.schedule(after: idle - silence) { [weak self] in self?.watchSilence(idle) }
    }
}
