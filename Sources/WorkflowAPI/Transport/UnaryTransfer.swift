import Dispatch
import Synchronization

/// A request whose answer is handed over whole; of one that is no success, as much as can be a message.
final class UnaryTransfer: Transfer {
    private struct State {
        var head: HTTPHead?
        var body: [UInt8] = []
        var outcome: Result<HTTPResponse, any Error>?
        var waiter: CheckedContinuation<HTTPResponse, any Error>?
    }

    private let authority: String
    /// Whether a secure connection was to be made that does not tell who asks.
    private let isAnonymous: Bool
    private let limit: Int
    private let control: any TransferControl
    private let state = Mutex(State())

    init(authority: String, isAnonymous: Bool = false, limit: Int, control: any TransferControl) {
        self.authority = authority
        self.isAnonymous = isAnonymous
        self.limit = limit
        self.control = control
    }

    var isOver: Bool { state.withLock { $0.outcome != nil } }

    /// The answer, once. Cancelling the task gives up.
    func response(within timeout: Duration) async throws -> HTTPResponse {
        DeadlineClock.schedule(after: timeout) { [weak self] in self?.expire(timeout) }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let outcome = state.withLock { state in
                    if state.outcome == nil { state.waiter = continuation }
                    return state.outcome
                }
                if let outcome { continuation.resume(with: outcome) }
            }
        } onCancel: {
            abandon(CancellationError())
        }
    }

    func receive(_ head: HTTPHead) {
        state.withLock { state in
            guard state.head == nil else { return }
            state.head = head
            // Room for all of it at once, as far as a length may be believed: growing copies a large answer twice.
            let length = head["Content-Length"].flatMap { Int($0) } ?? 0
            state.body.reserveCapacity(min(max(0, length), limit, 16 << 20))
        }
    }

    func receive(_ bytes: [UInt8]) {
        let (count, failure) = state.withLock { state -> (Int, HTTPResponse?) in
            if state.outcome == nil { state.body += bytes }
            guard let head = state.head, !head.isSuccess, state.body.count > HTTPHead.messageLimit else {
                return (state.body.count, nil)
            }
            return (0, HTTPResponse(head: head, body: state.body))
        }
        if let failure {
            end(.success(failure))
        } else if count > limit {
            abandon(BackendError.malformed("the answer of \(authority) is longer than \(limit) bytes"))
        }
    }

    func finish(_ error: (any Error)?) {
        let (head, body) = state.withLock { state in
            defer { state.body = [] }
            return (state.head, state.body)
        }
        if let error {
            settle(
                .failure(
                    BackendError(
                        error, authority: authority, hasHead: head != nil, isAnonymous: isAnonymous)))
        } else if let head {
            settle(.success(HTTPResponse(head: head, body: body)))
        } else {
            settle(.failure(BackendError.malformed("\(authority) sent no status line")))
        }
    }

    private func expire(_ timeout: Duration) {
        let hasHead = state.withLock { $0.head != nil }
        let part = hasHead ? "the whole answer of \(authority) did not come" : "\(authority) did not answer"
        abandon(BackendError.timedOut("\(part) within \(DeadlineClock.text(timeout))"))
    }

    private func abandon(_ error: any Error) { end(.failure(error)) }

    /// Waits for nothing more.
    private func end(_ outcome: Result<HTTPResponse, any Error>) {
        if settle(outcome) { control.stop() }
    }

    /// Only the first outcome counts.
    @discardableResult private func settle(_ outcome: Result<HTTPResponse, any Error>) -> Bool {
        let (isFirst, waiter) = state.withLock { state in
            guard state.outcome == nil else { return (false, nil as CheckedContinuation<HTTPResponse, any Error>?) }
            defer { state.waiter = nil }
            state.outcome = outcome
            state.body = []
            return (true, state.waiter)
        }
        waiter?.resume(with: outcome)
        return isFirst
    }
}
