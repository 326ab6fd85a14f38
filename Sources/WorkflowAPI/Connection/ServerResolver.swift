/// Puts the settings of one server together: what is said first counts, and a contradiction of equals is an error.
struct ServerResolver {
    /// The strongest first.
    let layers: [SettingLayer]
    let readFile: (String) throws -> [UInt8]
    var isRegularFile: (String) -> Bool = { _ in false }

    func configuration(
        for kind: BackendKind, chosenBy source: SettingSource
    ) throws(ConfigurationError) -> ServerConfiguration {
        let flags = layers.first { $0.origin == .flags }?.settings ?? ConnectionSettings()
        if flags.refusesRetries, flags.retries != nil {
            throw .contradiction(.flag("--retries"), .flag("--no-retry"))
        }
        if let id = setting(.instanceID) { throw .instanceID(id.source, kind) }
        guard let server = setting(.server) else { throw .noServer(for: kind, source) }
        let address: ServerAddress
        do throws(ServerAddressProblem) {
            address = try ServerAddress(parsing: server.value)
        } catch { throw .server(server.source, error) }

        let url = address.url(scheme: try scheme(of: address, from: server.source))
        var configuration = ServerConfiguration(
            baseURL: url + (try basePath(after: address.path)), address: address.label)
        (configuration.headers, configuration.headerSources) = try headers()
        let resolver = CredentialResolver(layers: layers, readFile: readFile, isRegularFile: isRegularFile)
        configuration.credentials = try resolver.credentials()
        let trust = TrustResolver(layers: layers, readFile: readFile)
        configuration.tls = try trust.options()
        if url.hasPrefix("http:") { try checkPlain(configuration.credentials) }
        configuration.tls.unixSocket = address.socket
        configuration.tls.proxy = try trust.proxy(for: address, server.source)
        if let name = setting(.tlsServerName) { try trust.rename(&configuration, to: name) }
        try checkLogin(configuration)
        // There is no certificate to warn of.
        if url.hasPrefix("http:") { configuration.tls.skipsVerification = false }
        if let timeout = flags.requestTimeout {
            configuration.timeout = timeout > .zero ? timeout : ServerConfiguration.unlimitedTimeout
        }
        configuration.isRemembered = !flags.ignoresContexts
        if let retries = flags.refusesRetries ? 0 : flags.retries { configuration.retries = retries }
        return configuration
    }

    /// On the command line nothing is said in vain. Manifests and tokens may come from elsewhere, and from there with TLS;
    /// who is to be trusted with that, contexts and variables say as well.
    private func checkPlain(_ credentials: Credentials?) throws(ConfigurationError) {
        guard let flags = layers.first(where: { $0.origin == .flags }) else { return }
        if let skips = flags[SwitchKey.skipsVerification], skips.value {
            throw .pointless(skips.source, without: "an https:// address")
        }
        for key in [SettingKey.certificateAuthority, .clientCertificate, .clientKey] {
            if key == .certificateAuthority, case .oauth? = credentials?.method { continue }
            if let file = flags[key] { throw .pointless(file.source, without: "an https:// address") }
        }
    }

    /// What weakens or diverts the connections of a server must not do so with those of an authorization server.
    private func checkLogin(_ configuration: ServerConfiguration) throws(ConfigurationError) {
        let tls = configuration.tls
        guard tls.skipsVerification || tls.unixSocket != nil || tls.detour != nil,
            let credentials = configuration.credentials, case .oauth(let client) = credentials.method
        else { return }
        let urls = [client.tokenURL] + (client.deviceURL.map { [$0] } ?? [])
        let server = Origin(configuration.baseURL)
        if urls.contains(where: { Origin($0) == server }) { throw .unsafeLogin(credentials.source) }
    }

    private func setting(_ key: SettingKey) -> Setting<String>? { layers.lazy.compactMap { $0[key] }.first }

    /// TLS unless somebody says otherwise; a scheme in the address speaks for itself, and a socket needs none.
    private func scheme(
        of address: ServerAddress, from source: SettingSource
    ) throws(ConfigurationError) -> ServerAddress.Scheme {
        let secure = layers.lazy.compactMap { $0[SwitchKey.secure] }.first
        if address.socket != nil { return secure?.value == true ? .https : .http }
        guard let scheme = address.scheme else { return secure?.value == false ? .http : .https }
        if let secure, secure.value != (scheme == .https), secure.source.rank >= source.rank {
            throw .contradiction(source, secure.source)
        }
        return scheme
    }

    /// The base href, unless the address ends with the same path already.
    private func basePath(after path: String) throws(ConfigurationError) -> String {
        guard let href = setting(.baseHref) else { return "" }
        let isPath = !href.value.contains("://") && !href.value.contains { $0 == "?" || $0 == "#" }
        guard isPath, let base = try? ServerAddress.path(href.value) else {
            throw .invalid(href.source, value: MaskedURL.text(href.value), expected: "a path such as /argo")
        }
        return base == path ? "" : base
    }

    /// Those of a context first, since each replaces the ones of its name before it.
    private func headers() throws(ConfigurationError) -> ([HTTPRequest.Header], [String: SettingSource]) {
        var (headers, sources): ([HTTPRequest.Header], [String: SettingSource]) = ([], [:])
        for layer in layers.reversed() {
            for option in layer.settings.headers {
                let header = try HTTPRequest.Header(option: option)
                headers.append(header)
                sources[header.name.lowercased()] = layer.source(named: "header")
            }
        }
        return (headers, sources)
    }
}
