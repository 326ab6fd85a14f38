import Foundation

/// A server that really speaks TLS: `openssl s_server`, which answers every GET with a page about the connection.
package final class TLSServer: Sendable {
    package let port: Int
    private let process: ChildProcess
    private let identity: TestAuthority.Identity

    /// `https://127.0.0.1:43121`
    package var url: String { "https://127.0.0.1:\(port)" }

    /// Presents that identity; demands certificates of `clientAuthority` from its clients.
    package init(_ identity: TestAuthority.Identity, clientAuthority: String? = nil) async throws {
        var arguments = [
            "s_server", "-accept", "127.0.0.1:0", "-cert", identity.certificate, "-key", identity.key, "-www",
        ]
        if let clientAuthority { arguments += ["-Verify", "1", "-CAfile", clientAuthority, "-verify_return_error"] }
        let process = try OpenSSL.start(arguments)
        // `ACCEPT 127.0.0.1:43121`
        try await process.out.wait(for: "ACCEPT 127.0.0.1:")
        let lines = process.out.text.split(separator: "\n")
        guard let port = lines.last?.split(separator: ":").last.flatMap({ Int($0) }) else {
            process.signal(SIGKILL)
            throw OpenSSL.Failure(description: "openssl s_server: \(process.out.text) \(process.err.text)")
        }
        self.port = port
        self.process = process
        self.identity = identity
    }

    deinit { process.signal(SIGKILL) }
}
