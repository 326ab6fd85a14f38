import Synchronization

/// How connections prove who is at either end, for all connections of this process.
package struct TLSOptions: Sendable, Equatable {
    /// Certificates in PEM.
    package enum Authority: Sendable, Equatable {
        case file(String)
        case text([UInt8])
    }

    /// The only authorities to trust; nil trusts the system's.
    package var authority: Authority?
    /// Accepts any certificate, expired or for another name.
    package var skipsVerification: Bool
    /// PEM files of the client's certificate and its key.
    package var clientCertificate: String?
    package var clientKey: String?
    /// Connects to this socket instead of the URL's host.
    package var unixSocket: String?

    package init(
        authority: Authority? = nil, skipsVerification: Bool = false, clientCertificate: String? = nil,
        clientKey: String? = nil, unixSocket: String? = nil
    ) {
        self.authority = authority
        self.skipsVerification = skipsVerification
        self.clientCertificate = clientCertificate
        self.clientKey = clientKey
        self.unixSocket = unixSocket
    }

    /// What the process uses; nil until somebody has decided.
    static let configured = Mutex<TLSOptions?>(nil)

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
