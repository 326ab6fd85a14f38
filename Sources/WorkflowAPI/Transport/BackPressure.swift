import Dispatch
import Synchronization

/// Slows senders down when their answers are not read as fast as they come.
///
/// URLSession does all its reading on one queue, so holding one stream back holds everything back. Therefore a full
/// stream blocks that queue only while nobody else waits for bytes; otherwise it may grow up to a hard limit.
final class BackPressure: Sendable {
    static let shared = BackPressure()

    private struct State {
        /// Requests and readers that have nothing to read.
        var waiting = 0
        var isBlocking = false
        var lastBlocked = ContinuousClock.now
    }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)

    /// Somebody has nothing to read: others must not hold the queue.
    func beginWaiting() {
        state.withLock { $0.waiting += 1 }
        wake()
    }

    func endWaiting() { state.withLock { $0.waiting -= 1 } }

    /// Looks again whether the queue must be held; call it when a reader has taken bytes or gone away.
    func wake() {
        let wasBlocking = state.withLock { state in
            defer { state.isBlocking = false }
            return state.isBlocking
        }
        if wasBlocking { room.signal() }
    }

    /// Blocks the calling thread, URLSession's, while that stream is too full.
    func waitForRoom(fullness: () -> Fullness) {
        while true {
            let mustWait = state.withLock { state in
                state.isBlocking =
                    switch fullness() {
                    case .room: false
                    case .full: state.waiting == 0
                    case .overfull: true
                    }
                return state.isBlocking
            }
            guard mustWait else { return }
            room.wait()
            state.withLock { $0.lastBlocked = .now }
        }
    }

    enum Fullness {
        case room, full, overfull
    }

    /// When bytes last could not arrive because of us: silence until then is not the server's.
    var lastBlocked: ContinuousClock.Instant {
        state.withLock { $0.isBlocking ? .now : $0.lastBlocked }
    }
}
