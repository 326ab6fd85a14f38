import Synchronization

/// How connections prove who is at either end, for all connections of this process.
package struct TLSOptions: Sendable, Equatable {
    /// The only authorities to trust; nil trusts the system's.
    package var authority: PEM?
    /// Accepts any certificate, expired or for another name.
    package var skipsVerification: Bool
    /// The client's certificate and its key.
    package var clientCertificate: PEM?
    package var clientKey: PEM?
    /// Connects to this socket instead of the URL's host.
    package var unixSocket: String?
    /// Connects to `to` where a URL names `name`, both with their ports; certificates have to be for the name.
    package var detour: Detour?
    /// The proxy for every connection, whatever the environment says; its URL may hold a password.
    package var proxy: Secret?

    /// Another address behind a name.
    package struct Detour: Sendable, Equatable {
        package var name: String
        package var to: String
    }

    package init(
        authority: PEM? = nil, skipsVerification: Bool = false, clientCertificate: PEM? = nil, clientKey: PEM? = nil,
        unixSocket: String? = nil
    ) {
        self.authority = authority
        self.skipsVerification = skipsVerification
        self.clientCertificate = clientCertificate
        self.clientKey = clientKey
        self.unixSocket = unixSocket
    }

    /// What the process uses; nil until somebody has decided.
    static let configured = Mutex<TLSOptions?>(nil)

    /// Whom a request really goes to, for messages.
    static func peer(of request: HTTPRequest) -> String {
        let options = configured.withLock { $0 }
        if let detour = options?.detour, detour.name == request.authority { return detour.to }
        return options?.unixSocket ?? request.authority
    }

    /// Makes these the options of the whole process. Before its first request, and once: other options later are
    /// refused, never mixed.
    package func configure() throws(BackendError) {
        let isAccepted = try Self.configured.withLock { configured throws(BackendError) in
            if let configured { return configured == self }
            guard try install() else { return false }
            configured = self
            return true
        }
        guard isAccepted else { throw .insecure("the TLS options of this process are already set and cannot change") }
    }
}
