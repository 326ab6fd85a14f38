import Synchronization

@testable import TerminalKit

/// A channel whose answers a test writes down: counts of bytes taken, or negated error numbers. Then it takes everything.
final class ScriptedChannel: Sendable {
    private let state: Mutex<State>

    private struct State {
        var answers: [Int]
        var bytes: [UInt8] = []
        var calls: [Int] = []
        var waits = 0
        var isStuck = false
    }

    init(_ answers: [Int] = []) {
        state = Mutex(State(answers: answers))
    }

    /// From now on nothing is taken in time.
    func sticks() { state.withLock { $0.isStuck = true } }

    /// What arrived.
    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    /// How many bytes each call offered.
    var calls: [Int] { state.withLock { $0.calls } }
    /// How often it was waited for.
    var waits: Int { state.withLock { $0.waits } }

    var channel: Channel {
        Channel(
            write: { bytes in
                self.state.withLock { state in
                    state.calls.append(bytes.count)
                    let answer = state.answers.isEmpty ? bytes.count : state.answers.removeFirst()
                    for index in 0..<max(0, answer) { state.bytes.append(bytes[index]) }
                    return answer
                }
            },
            waitUntilWritable: { milliseconds in
                self.state.withLock { state in
                    state.waits += 1
                    // A reader that does not read: the time is up.
                    return milliseconds >= 0 && state.isStuck ? 0 : 1
                }
            })
    }
}
