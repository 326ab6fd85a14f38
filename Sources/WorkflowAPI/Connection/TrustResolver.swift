/// Whom to trust, what to prove, and through which proxy, from what the layers say.
struct TrustResolver {
    let layers: [SettingLayer]
    let readFile: (String) throws -> [UInt8]

    /// An authority that was asked for is never set aside by something weaker.
    func options() throws(ConfigurationError) -> TLSOptions {
        var options = TLSOptions()
        let skips = layers.lazy.compactMap { $0[SwitchKey.skipsVerification] }.first.flatMap {
            $0.value ? $0.source : nil
        }
        let authority = setting(.certificateAuthority)
        if skips?.rank == authority?.source.rank, let layer = layers.first(where: { $0[.certificateAuthority] != nil })
        {
            throw layer.contradiction(SwitchKey.skipsVerification.rawValue, SettingKey.certificateAuthority.rawValue)
        }
        if let authority, authority.source.rank > skips?.rank ?? -1 {
            options.authority = try self.authority()
        } else {
            options.skipsVerification = skips != nil
        }
        let certificate = setting(.clientCertificate)
        let key = setting(.clientKey)
        if let certificate {
            guard let key else { throw .incomplete(certificate.source, missing: "--client-key") }
            options.clientCertificate = try pem(certificate, expected: "a certificate in PEM form")
            options.clientKey = try pem(key, expected: "a key in PEM form")
        } else if let key {
            throw .incomplete(key.source, missing: "--client-certificate")
        }
        return options
    }

    /// The certificates to trust.
    func authority() throws(ConfigurationError) -> PEM? {
        guard let file = setting(.certificateAuthority) else { return nil }
        return try pem(file, expected: "a certificate in PEM form")
    }

    /// `http://proxy:3128`, with a user name and a password perhaps.
    func proxy(for address: ServerAddress, _ source: SettingSource) throws(ConfigurationError) -> Secret? {
        if address.socket != nil, let proxy = setting(.proxyURL) { throw .contradiction(source, proxy.source) }
        return try proxy()
    }

    func proxy() throws(ConfigurationError) -> Secret? {
        guard let proxy = setting(.proxyURL) else { return nil }
        let schemes = ["http://", "https://", "socks5://", "socks5h://"]
        guard schemes.contains(where: { proxy.value.lowercased().hasPrefix($0) && proxy.value.count > $0.count }),
            proxy.value.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
        else {
            throw .invalid(
                proxy.source, value: MaskedURL.text(proxy.value), expected: "a URL such as http://proxy:3128")
        }
        return Secret(proxy.value)
    }

    /// Talks to the same address, but under the name that its certificate is for.
    func rename(_ server: inout ServerConfiguration, to name: Setting<String>) throws(ConfigurationError) {
        guard let named = try? ServerAddress(parsing: name.value), named.authority == named.host, named.path.isEmpty,
            named.scheme == nil, named.socket == nil
        else { throw .invalid(name.source, value: name.value, expected: "the name in the server's certificate") }
        let parts = server.baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.first == "https:", server.tls.unixSocket == nil,
            let address = try? ServerAddress(parsing: server.address)
        else { throw .pointless(name.source, without: "an https:// address") }
        let port = address.port ?? 443
        server.baseURL = "https://\(named.host):\(port)" + (parts.count > 3 ? "/\(parts[3])" : "")
        server.tls.detour = TLSOptions.Detour(name: "\(named.host):\(port)", to: "\(address.host):\(port)")
        // Who answers for several names still hears the one that was asked for.
        server.headers.insert(HTTPRequest.Header("Host", server.address), at: 0)
    }

    private func setting(_ key: SettingKey) -> Setting<String>? { layers.lazy.compactMap { $0[key] }.first }

    private func pem(_ file: Setting<String>, expected: String) throws(ConfigurationError) -> PEM {
        let bytes: [UInt8]
        do {
            bytes = try readFile(file.value)
        } catch { throw .unreadable(file.source, path: file.value, reason: "\(error)") }
        guard bytes.contains(Array("-----BEGIN ".utf8)) else {
            throw .useless(file.source, path: file.value, expected: expected)
        }
        return .file(file.value)
    }
}
