/// What a kubeconfig says, as the weakest of all layers; and what no layer can hold: bytes of certificates, plugins, whom
/// to act as.
struct KubeLayer {
    let connection: KubeConnection
    let podNamespace: Setting<String>?

    var source: SettingSource {
        .kubeconfig(connection.contextName.map { "context \($0)" } ?? "cluster \(connection.clusterName)")
    }

    /// What it says, and beneath it the pod's namespace.
    var layers: [SettingLayer] {
        guard let podNamespace else { return [layer] }
        var surroundings = ConnectionSettings()
        surroundings.namespace = podNamespace.value
        return [layer, SettingLayer(kubeconfig: surroundings, podNamespace.source)]
    }

    private var layer: SettingLayer {
        var settings = ConnectionSettings()
        let (cluster, user) = (connection.cluster, connection.user)
        settings.server = connection.server
        settings.namespace = connection.namespace
        settings.skipsVerification = cluster.skipsVerification ? true : nil
        settings.tlsServerName = cluster.tlsServerName
        settings.proxyURL = cluster.proxyURL
        settings.certificateAuthority = cluster.certificateAuthority?.path
        if user.clientCertificate?.path != nil, user.clientKey?.path != nil {
            settings.clientCertificate = user.clientCertificate?.path
            settings.clientKey = user.clientKey?.path
        }
        // As client-go ranks what stands side by side.
        if let file = user.tokenFile {
            settings.tokenFile = file
        } else if let token = user.token {
            settings.token = token.value
        } else if let name = user.username {
            settings.username = name
            settings.password = user.password?.value ?? ""
        }
        return SettingLayer(kubeconfig: settings, source)
    }

    /// Adds what no layer holds, where nothing stronger has spoken.
    func complete(
        _ server: inout ServerConfiguration, below layers: [SettingLayer], readFile: (String) throws -> [UInt8]
    ) throws(ConfigurationError) {
        let user = connection.user
        if case .text(let bytes)? = connection.cluster.certificateAuthority, server.tls.authority == nil {
            let skips = layers.lazy.compactMap { $0[SwitchKey.skipsVerification] }.first
            if skips == Setting(true, from: source) {
                throw .selfContradiction(
                    source, SwitchKey.skipsVerification.rawValue, SettingKey.certificateAuthority.rawValue + "-data")
            }
            if !server.tls.skipsVerification {
                server.tls.authority = try pem(bytes, "certificate-authority-data")
            }
        }
        if let certificate = user.clientCertificate, server.tls.clientCertificate == nil {
            guard let key = user.clientKey else {
                throw .incomplete(source, missing: "a client-key beside its client-certificate")
            }
            server.tls.clientCertificate = try pem(certificate, "client-certificate-data")
            server.tls.clientKey = try pem(key, "client-key-data")
        }
        if server.credentials == nil, !layers.contains(where: \.replacesAuthorization) {
            if let exec = user.exec {
                server.credentials = Credentials(.plugin(try plugin(exec, readFile)), from: source)
            }
            if user.exec == nil, let provider = user.authProvider { throw .builtInPlugin(source, provider) }
        }
        for (name, values) in user.impersonation.headers where !values.isEmpty {
            do throws(ConfigurationError) {
                var header = try HTTPRequest.Header(option: "\(name): \(values[0])")
                for value in values.dropFirst() {
                    header.furtherValues.append(try HTTPRequest.Header(option: "\(name): \(value)").value)
                }
                server.headers.append(header)
            } catch { throw .useless(source, path: name, expected: "one line without control characters") }
        }
    }

    private func pem(_ bytes: [UInt8], _ field: String) throws(ConfigurationError) -> PEM {
        guard bytes.contains(Array("-----BEGIN ".utf8)) else {
            throw .useless(source, path: field, expected: "PEM")
        }
        return .text(bytes)
    }

    private func pem(_ material: PEM, _ field: String) throws(ConfigurationError) -> PEM {
        switch material {
        case .file(let path): .file(path)
        case .text(let bytes): try pem(bytes, field)
        }
    }

    private func plugin(
        _ exec: KubeExec, _ readFile: (String) throws -> [UInt8]
    ) throws(ConfigurationError) -> ExecPlugin {
        var plugin = ExecPlugin(version: exec.version, command: exec.command)
        plugin.arguments = exec.arguments
        plugin.variables = exec.environment.map { ExecPlugin.Variable($0.name, $0.value.value) }
        plugin.interactiveMode = exec.interaction
        plugin.installHint = exec.installHint
        if exec.providesClusterInfo { plugin.cluster = connection.clusterInfo(authority: try authority(readFile)) }
        return plugin
    }

    private func authority(_ readFile: (String) throws -> [UInt8]) throws(ConfigurationError) -> [UInt8]? {
        switch connection.cluster.certificateAuthority {
        case nil: return nil
        case .text(let bytes): return bytes
        case .file(let path):
            do {
                return try readFile(path)
            } catch { throw .unreadable(source, path: path, reason: "\(error)") }
        }
    }
}

extension KubeImpersonation {
    /// Names of headers and their values, each of which gets a line.
    fileprivate var headers: [(name: String, values: [String])] {
        [("Impersonate-User", user.map { [$0] } ?? []), ("Impersonate-Group", groups)]
            + [("Impersonate-Uid", uid.map { [$0] } ?? [])]
            // Keys may hold what names of headers may not; the cluster takes it escaped, and in lower case.
            + extra.map { ("Impersonate-Extra-" + PercentEncoding.encoded($0.key), $0.values) }
    }
}

extension PEM {
    fileprivate var path: String? { if case .file(let path) = self { path } else { nil } }
}

extension SettingLayer {
    /// Whether a header of its own stands in for credentials.
    var replacesAuthorization: Bool { settings.headers.contains { $0.lowercased().hasPrefix("authorization:") } }
}
