/// A server that really speaks TLS: `openssl s_server`, which answers every GET with a page about the connection.
package final class TLSServer: Sendable {
    package let port: Int
    private let child: OpenSSL.Child
    private let identity: TestAuthority.Identity

    /// `https://127.0.0.1:43121`
    package var url: String { "https://127.0.0.1:\(port)" }

    /// Presents that identity; demands certificates of `clientAuthority` from its clients.
    package init(_ identity: TestAuthority.Identity, clientAuthority: String? = nil) throws {
        var arguments = [
            "s_server", "-accept", "127.0.0.1:0", "-cert", identity.certificate, "-key", identity.key, "-www",
        ]
        if let clientAuthority { arguments += ["-Verify", "1", "-CAfile", clientAuthority, "-verify_return_error"] }
        self.identity = identity
        child = try OpenSSL.Child(arguments)
        // `ACCEPT 127.0.0.1:43121`
        let text = child.output { $0.contains("ACCEPT") && $0.hasSuffix("\n") }
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT") }),
            let port = line.split(separator: ":").last.flatMap({ Int($0) })
        else {
            child.terminate()
            child.exitStatus()
            throw OpenSSL.Failure(description: "openssl s_server: \(text)")
        }
        self.port = port
    }

    deinit {
        child.terminate()
        child.exitStatus()
    }
}
