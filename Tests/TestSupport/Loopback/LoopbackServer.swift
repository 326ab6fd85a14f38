import Foundation
import Synchronization

/// A real HTTP/1.1 server on this machine for one test: sockets, keep-alive, a thread for every connection.
///
/// ```swift
/// let server = try LoopbackServer(["GET /api/v1/info": .json("{}")])
/// server.on("GET /api/v1/workflows/argo", .json(first), .json(second))   // in turn, the last one again and again
/// … server.url …
/// #expect(server.requests.map(\.route) == ["GET /api/v1/info"])
/// try server.verify()
/// ```
/// What no route knows is answered as an Argo Server does: 501 and a JSON error. The server stops when it is released.
package final class LoopbackServer: Sendable {
    package enum Address: Sendable, Equatable {
        case v4, v6
        /// A Unix socket at that path.
        case unix(String)
    }

    /// An answer that depends on the request; nil leaves it to the routes.
    package typealias Handler = @Sendable (LoopbackRequest) -> LoopbackAnswer?

    package enum VerificationError: Error, Equatable, CustomStringConvertible {
        case unusedAnswers([String])
        case unknownRoutes([String])

        package var description: String {
            switch self {
            case .unusedAnswers(let routes): "expected but never requested: \(routes)"
            case .unknownRoutes(let routes): "requested but unknown: \(routes)"
            }
        }
    }

    package let port: UInt16
    private let host: String
    private let core: LoopbackCore

    /// `http://127.0.0.1:43121`
    package var url: String { "http://\(authority)" }
    /// `127.0.0.1:43121` or `[::1]:43121`
    package var authority: String { "\(host):\(port)" }

    package init(
        on address: Address = .v4, _ routes: [String: LoopbackAnswer] = [:],
        handler: @escaping Handler = { _ in nil }
    ) throws {
        let (listener, port) = try LoopbackSocket.listening(on: address)
        self.port = port
        host = address == .v6 ? "[::1]" : "127.0.0.1"
        core = LoopbackCore(listener: listener, handler: handler)
        for (route, answer) in routes { on(route, answer) }
        core.start()
    }

    deinit { core.close() }

    /// Expects requests of that route (`GET /path`, still escaped): each answer must be fetched once, the last
    /// one may be fetched again.
    package func on(_ route: String, _ answers: LoopbackAnswer...) { core.expect(route, answers) }

    /// Every request so far, in the order of arrival.
    package var requests: [LoopbackRequest] { core.state.withLock(\.requests) }

    /// How many connections have been made so far.
    package var connectionCount: Int { core.state.withLock(\.connectionCount) }

    /// Throws when an expected answer was never fetched, or something unknown was asked for.
    package func verify() throws(VerificationError) {
        let (unused, unknown) = core.state.withLock { state in
            (state.routes.filter { $0.value.used < $0.value.answers.count }.keys.sorted(), state.unknownRoutes)
        }
        if !unknown.isEmpty { throw .unknownRoutes(unknown) }
        if !unused.isEmpty { throw .unusedAnswers(unused) }
    }

    /// Refuses new connections until `listens`, as a server does that is started again.
    package func refuses() { core.refuses() }

    package func listens() { core.listens() }

    /// Refuses new connections for that long.
    package func refuse(for duration: Duration) {
        core.refuses()
        DispatchQueue.global().asyncAfter(deadline: .now() + duration / .seconds(1)) { [core] in core.listens() }
    }

    /// Closes every connection and listens no more: what a crashed server looks like.
    package func close() { core.close() }
}
