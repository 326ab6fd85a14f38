import Synchronization

/// How connections prove who is at either end, as far as it is about one server.
///
/// A process talks to one server, and besides it to the one that issues its tokens, or to a place of manifests: nothing
/// here is for those, save the authority, which they may have as well, and the proxy.
package struct TLSOptions: Sendable, Equatable {
    /// Whom all this is about; nil until the options are put to use.
    private(set) package var server: Origin?
    /// The only authorities to trust with the server; nil trusts the system's.
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
        guard let options = configured.withLock({ $0 }), options.server == Origin(request.url) else {
            return request.authority
        }
        return options.detour?.to ?? options.unixSocket ?? request.authority
    }

    /// Whether a request goes over TLS without a certificate that tells who asks.
    static func isAnonymous(_ request: HTTPRequest) -> Bool {
        guard request.url.lowercased().hasPrefix("https:") else { return false }
        let options = configured.withLock { $0 }
        return options?.server != Origin(request.url) || options?.clientCertificate == nil
    }

    /// Makes these the options of this process for requests to the server behind a URL. Before its first request, and
    /// once: other options later are refused, never mixed. Only another identity may take the place of one, as plugins
    /// make them anew.
    package func configure(for url: String) throws(BackendError) {
        var options = self
        options.server = Origin(url)
        guard options.server != nil else { throw .invalid("'\(MaskedURL.text(url))' is no valid http or https URL") }
        try Self.configure(options)
    }

    /// The same for a process that asks no server: the authority and the proxy hold for every address.
    package func configureForWeb() throws(BackendError) { try Self.configure(self) }

    private static func configure(_ options: TLSOptions) throws(BackendError) {
        let isAccepted = try configured.withLock { current throws(BackendError) in
            if let old = current {
                guard old != options else { return true }
                guard old.differsInIdentity(from: options), try options.installIdentity() else { return false }
                current = options
                return true
            }
            guard try options.install() else { return false }
            current = options
            return true
        }
        guard isAccepted else { throw .insecure("the TLS options of this process are already set and cannot change") }
    }

    /// Whether nothing but the certificate is another, and each has one.
    private func differsInIdentity(from other: TLSOptions) -> Bool {
        guard clientCertificate != nil, other.clientCertificate != nil else { return false }
        var same = self
        (same.clientCertificate, same.clientKey) = (other.clientCertificate, other.clientKey)
        return same == other
    }
}
