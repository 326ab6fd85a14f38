/// A port that refuses connections for as long as this exists: one that was merely free could be another test's the next
/// moment.
package final class DeafPort: Sendable {
    private let socket: LoopbackSocket
    /// `127.0.0.1:43121`
    package let authority: String
    package var url: String { "http://\(authority)" }

    package init() throws {
        let (socket, port) = try LoopbackSocket.listening(on: .v4, isDeaf: true)
        self.socket = socket
        authority = "127.0.0.1:\(port)"
    }

    deinit { socket.closeDescriptor() }
}
