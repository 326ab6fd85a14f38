import Foundation
import Synchronization

/// What the server's threads share; it outlives the server until the last of them ends.
final class LoopbackCore: Sendable {
    struct Route: Sendable {
        var answers: [LoopbackAnswer]
        var used = 0
    }

    struct State: Sendable {
        var routes: [String: Route] = [:]
        var requests: [LoopbackRequest] = []
        var unknownRoutes: [String] = []
        var connectionCount = 0
        var connections: [Int: LoopbackSocket] = [:]
        var gates: [Gate] = []
        /// Nobody listens until it opens.
        var deafness: Gate?
        var isClosed = false
    }

    let state = Mutex(State())
    private let listener: LoopbackSocket
    private let handler: LoopbackServer.Handler

    init(listener: LoopbackSocket, handler: @escaping LoopbackServer.Handler) {
        self.listener = listener
        self.handler = handler
    }

    func expect(_ route: String, _ answers: [LoopbackAnswer]) {
        state.withLock { $0.routes[route, default: Route(answers: [])].answers += answers }
    }

    func start() {
        Thread.detachNewThread { [self] in
            while true {
                if let socket = listener.accepted() {
                    guard let number = add(socket) else { continue }
                    Thread.detachNewThread { [self] in serve(socket, number: number) }
                } else if state.withLock(\.isClosed) {
                    break
                } else {
                    state.withLock(\.deafness)?.block()
                }
            }
            listener.closeDescriptor()
        }
    }

    /// Refuses new connections until `listens`; the ones that are there stay.
    func refuses() {
        state.withLock { state in
            // Linux keeps a second shutdown: all that is accepted later would be shut down from the start.
            guard !state.isClosed, state.deafness == nil else { return }
            listener.shutDown()
            state.deafness = Gate()
        }
    }

    func listens() {
        state.withLock { state in
            guard !state.isClosed, let deafness = state.deafness, listener.listens() else { return }
            state.deafness = nil
            deafness.open()
        }
    }

    func close() {
        let gates = state.withLock { state in
            // A descriptor is closed by its own thread; the lock keeps it from being closed and reused meanwhile.
            state.connections.values.forEach { $0.shutDown() }
            if !state.isClosed { listener.shutDown() }
            state.isClosed = true
            state.deafness?.open()
            return state.gates
        }
        gates.forEach { $0.open() }
    }

    private func add(_ socket: LoopbackSocket) -> Int? {
        let number = state.withLock { state -> Int? in
            guard !state.isClosed else { return nil }
            state.connections[state.connectionCount] = socket
            state.connectionCount += 1
            return state.connectionCount - 1
        }
        if number == nil { socket.closeDescriptor() }
        return number
    }

    private func serve(_ socket: LoopbackSocket, number: Int) {
        var reader = LoopbackReader(socket, connection: number)
        var writer = LoopbackWriter(socket: socket) { [self] gate in
            let isClosed = state.withLock { state in
                state.gates.append(gate)
                return state.isClosed
            }
            if isClosed { gate.open() }
        }
        while let request = reader.request() {
            guard writer.write(answer(to: request), to: request) == .keptAlive else { break }
        }
        state.withLock { _ = $0.connections.removeValue(forKey: number) }
        socket.closeDescriptor()
    }

    private func answer(to request: LoopbackRequest) -> LoopbackAnswer {
        state.withLock { $0.requests.append(request) }
        return handler(request)
            ?? state.withLock { state in
                guard var route = state.routes[request.route], let last = route.answers.last else {
                    state.unknownRoutes.append(request.route)
                    return .json(#"{"code":12,"message":"Method Not Allowed"}"#, status: 501)
                }
                let answer = route.used < route.answers.count ? route.answers[route.used] : last
                route.used += 1
                state.routes[request.route] = route
                return answer
            }
    }
}
