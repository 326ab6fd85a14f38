import Foundation
import Synchronization

/// Takes in what a process writes, on a thread of its own, and lets tests wait for parts of it.
package final class ByteCollector: Sendable {
    fileprivate struct State {
        var bytes: [UInt8] = []
        var isAtEnd = false
        var expected: [(text: String, gate: Gate)] = []
    }

    private let state = Mutex(State())
    private let ended = Gate()

    /// What has come so far; `\r\n`, a terminal's line end, as `\n`.
    package var text: String {
        String(decoding: state.withLock(\.bytes), as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    package var bytes: [UInt8] { state.withLock(\.bytes) }

    package var count: Int { state.withLock(\.bytes.count) }
    var isAtEnd: Bool { state.withLock(\.isAtEnd) }

    /// Waits until `text` has come, or everything has.
    package func wait(for text: String) async throws {
        let gate = Gate()
        state.withLock { state in
            state.expected.append((text, gate))
            state.openGates()
        }
        try await gate.opened()
    }

    /// Waits until everything has come.
    package func end() async throws { try await ended.opened() }

    /// Waits no longer: what has come is all.
    func close() {
        state.withLock { state in
            state.isAtEnd = true
            state.openGates()
        }
        ended.open()
    }

    /// Reads to the end, or goes away as `head -c` does when it has seen `limit` bytes; owns the descriptor.
    func start(reading descriptor: Int32, limit: Int? = nil, whenDone done: @escaping @Sendable () -> Void) {
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while limit.map({ count < $0 }) ?? true {
                let wanted = min(buffer.count, limit.map { $0 - count } ?? buffer.count)
                let taken = read(descriptor, &buffer, wanted)
                if taken < 0 && errno == EINTR { continue }
                // A terminal whose program has gone says EIO.
                if taken <= 0 { break }
                state.withLock { state in
                    state.bytes += buffer[..<taken]
                    state.openGates()
                }
            }
            done()
            close()
        }
    }
}

extension ByteCollector.State {
    fileprivate mutating func openGates() {
        if expected.isEmpty { return }
        let text = String(decoding: bytes, as: UTF8.self)
        expected.removeAll { item in
            guard isAtEnd || text.contains(item.text) else { return false }
            item.gate.open()
            return true
        }
    }
}
