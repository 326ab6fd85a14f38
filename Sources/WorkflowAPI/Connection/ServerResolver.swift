/// Puts the settings of one server together: a flag beats a variable, and a contradiction of equals is an error.
struct ServerResolver {
    let settings: ConnectionSettings
    let environment: ConnectionEnvironment
    let readFile: (String) throws -> [UInt8]

    func configuration(
        for kind: BackendKind, chosenBy source: SettingSource
    ) throws(ConfigurationError) -> ServerConfiguration {
        if settings.refusesRetries, settings.retries != nil {
            throw .contradiction(.flag("--retries"), .flag("--no-retry"))
        }
        if let id = setting(settings.instanceID, "--instanceid", "INSTANCEID") { throw .instanceID(id.source) }
        guard let server = setting(settings.server, "--server", "SERVER") else { throw .noServer(for: kind, source) }
        let address: ServerAddress
        do throws(ServerAddressProblem) {
            address = try ServerAddress(parsing: server.value)
        } catch { throw .server(server.source, error) }

        let url = address.url(scheme: try scheme(of: address, from: server.source))
        var configuration = ServerConfiguration(
            baseURL: url + (try basePath(after: address.path)), address: address.authority)
        configuration.headers = try headers()
        configuration.credentials = try credentials()
        configuration.tls = try trust()
        if let timeout = settings.requestTimeout {
            configuration.timeout = timeout > .zero ? timeout : ServerConfiguration.unlimitedTimeout
        }
        if let retries = settings.refusesRetries ? 0 : settings.retries { configuration.retries = retries }
        return configuration
    }

    private func setting(_ flag: String?, _ name: String, _ variable: String) -> Setting<String>? {
        flag.map { Setting($0, from: .flag(name)) } ?? environment[variable]
    }

    private func setting(
        _ flag: Bool?, _ name: String, _ variable: String
    ) throws(ConfigurationError) -> Setting<Bool>? {
        if let flag { return Setting(flag, from: .flag(name)) }
        return try environment.boolean(variable)
    }

    /// TLS unless somebody says otherwise; a scheme in the address speaks for itself.
    private func scheme(
        of address: ServerAddress, from source: SettingSource
    ) throws(ConfigurationError) -> ServerAddress.Scheme {
        let secure = try setting(settings.secure, "--secure", "SECURE")
        guard let scheme = address.scheme else { return secure?.value == false ? .http : .https }
        if let secure, secure.value != (scheme == .https), secure.source.rank >= source.rank {
            throw .contradiction(source, secure.source)
        }
        return scheme
    }

    /// The base href, unless the address ends with the same path already.
    private func basePath(after path: String) throws(ConfigurationError) -> String {
        guard let href = setting(settings.baseHref, "--argo-base-href", "BASE_HREF") else { return "" }
        let isPath = !href.value.contains("://") && !href.value.contains { $0 == "?" || $0 == "#" }
        guard isPath, let base = try? ServerAddress.path(href.value) else {
            throw .invalid(href.source, value: MaskedURL.text(href.value), expected: "a path such as /argo")
        }
        return base == path ? "" : base
    }

    private func headers() throws(ConfigurationError) -> [HTTPRequest.Header] {
        var headers: [HTTPRequest.Header] = []
        for option in settings.headers { headers.append(try HTTPRequest.Header(option: option)) }
        return headers
    }

    /// `--token`, else `--token-file`, else the variable; an Authorization header stands in for the variable.
    private func credentials() throws(ConfigurationError) -> Credentials? {
        let replaces = settings.headers.contains { $0.lowercased().hasPrefix("authorization:") }
        if let token = settings.token {
            if settings.tokenFile != nil { throw .contradiction(.flag("--token"), .flag("--token-file")) }
            if replaces { throw .contradiction(.flag("--token"), .flag("--header Authorization")) }
            return try Credentials(token: token, from: .flag("--token"))
        }
        if let path = settings.tokenFile {
            if replaces { throw .contradiction(.flag("--token-file"), .flag("--header Authorization")) }
            let source = SettingSource.flag("--token-file")
            let text = String(decoding: try bytes(of: path, for: source), as: UTF8.self)
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw .useless(source, path: path, expected: "a token")
            }
            return try Credentials(token: text, from: source)
        }
        guard !replaces, let token = environment["TOKEN"] else { return nil }
        return try Credentials(token: token.value, from: token.source)
    }

    /// Whom to trust. An authority that was asked for is never set aside by a variable.
    private func trust() throws(ConfigurationError) -> TLSOptions {
        let skips = try setting(settings.skipsVerification, "--insecure-skip-verify", "INSECURE_SKIP_VERIFY")
        let authority = setting(settings.certificateAuthority, "--certificate-authority", "CERTIFICATE_AUTHORITY")
        let skipsSource = skips?.value == true ? skips?.source : nil
        guard let authority else { return TLSOptions(skipsVerification: skipsSource != nil) }
        if let skipsSource {
            guard skipsSource.rank != authority.source.rank else { throw .contradiction(skipsSource, authority.source) }
            guard skipsSource.rank < authority.source.rank else { return TLSOptions(skipsVerification: true) }
        }
        guard try bytes(of: authority.value, for: authority.source).contains(Array("-----BEGIN ".utf8)) else {
            throw .useless(authority.source, path: authority.value, expected: "a certificate in PEM form")
        }
        return TLSOptions(authority: .file(authority.value))
    }

    private func bytes(of path: String, for source: SettingSource) throws(ConfigurationError) -> [UInt8] {
        do {
            return try readFile(path)
        } catch {
            throw .unreadable(source, path: path, reason: "\(error)")
        }
    }
}
