/// Everything that is needed to talk to one server.
package struct ServerConfiguration: Sendable, Equatable {
    /// Absolute and escaped, without a slash at its end: `https://argo:2746/argo`.
    package var baseURL: String
    /// For messages: `argo:2746`.
    package var address: String
    package var credentials: Credentials?
    /// From `-H`; each replaces a header that wfctl would send.
    package var headers: [HTTPRequest.Header] = []
    package var tls = TLSOptions()
    /// How often a request that may be repeated is tried again.
    package var retries = RetryPolicy.standardRetries
    /// How long an answer may take, with every further try.
    package var timeout = ServerConfiguration.standardTimeout

    /// Where those that take the place of credentials were found, by name in lower case.
    var headerSources: [String: SettingSource] = [:]
    /// Whether programs that make credentials may use the terminal: nobody expects a question from a completion.
    package var mayAsk = true

    /// Whether what is found out about it is kept for other commands.
    package var isRemembered = true

    package init(baseURL: String, address: String) {
        self.baseURL = baseURL
        self.address = address
    }

    /// Whether a certificate tells who asks; without TLS nobody sees it.
    package var showsCertificate: Bool { tls.clientCertificate != nil && baseURL.hasPrefix("https:") }

    /// Where it is, and nothing secret; sockets share a base URL.
    package var place: String { "\(baseURL) \(address)" }

    package static let standardTimeout = Duration.seconds(30)
    /// Ten years: the platform's timers know no infinity.
    package static let unlimitedTimeout = Duration.seconds(315_360_000)
}
