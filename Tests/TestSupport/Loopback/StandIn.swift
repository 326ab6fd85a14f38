import Synchronization

/// Stands before a server and answers in its place as often as it is told; then everything goes through.
///
/// ```swift
/// let standIn = StandIn()
/// let server = try LoopbackServer(handler: standIn.before(argo.handler))
/// standIn.answer(.json("{}", status: 500))
/// ```
package final class StandIn: Sendable {
    private enum Turn {
        case answer(LoopbackAnswer)
        /// The server's own answer, only the first bytes of its body.
        case cut(Int)
    }

    private let state = Mutex<(turns: [Turn], count: Int)>(([], 0))

    package init() {}

    package func before(_ handler: @escaping LoopbackServer.Handler) -> LoopbackServer.Handler {
        { [self] request in
            let turn = state.withLock { state -> Turn? in
                state.count += 1
                return state.turns.isEmpty ? nil : state.turns.removeFirst()
            }
            switch turn {
            case .answer(let answer): return answer
            case .cut(let count): return handler(request)?.cut(after: count)
            case nil: return handler(request)
            }
        }
    }

    package func answer(_ answers: LoopbackAnswer...) { state.withLock { $0.turns += answers.map(Turn.answer) } }

    package func cutNext(after count: Int) { state.withLock { $0.turns.append(.cut(count)) } }

    /// From now on everything goes through.
    package func leave() { state.withLock { $0.turns = [] } }

    /// How many requests have come so far.
    package var requestCount: Int { state.withLock(\.count) }
}
