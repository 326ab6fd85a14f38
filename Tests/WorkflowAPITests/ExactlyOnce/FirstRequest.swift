import Synchronization
import TestSupport

/// Has the first POST answered in its own way, and remembers it.
final class FirstRequest: Sendable {
    private let state = Mutex<(isOver: Bool, request: LoopbackRequest?)>((false, nil))
    private let respond: @Sendable (LoopbackRequest) -> LoopbackAnswer?

    init(_ respond: @escaping @Sendable (LoopbackRequest) -> LoopbackAnswer?) { self.respond = respond }

    func answer(_ request: LoopbackRequest) -> LoopbackAnswer? {
        guard request.method == "POST" else { return nil }
        let isFirst = state.withLock { state in
            defer { state = state.isOver ? state : (true, request) }
            return !state.isOver
        }
        return isFirst ? respond(request) : nil
    }

    /// The request, once.
    func taken() -> LoopbackRequest? {
        state.withLock { state in
            defer { state.request = nil }
            return state.request
        }
    }
}
