/// Every setting that counts, and where it was found; secrets are masked.
package struct SettingsReport: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package var name: String
        package var value: String
        package var source: SettingSource
    }

    package var rows: [Row] = []

    /// Settles every setting as a command would, without the checks that need a server.
    package init(
        _ settings: ConnectionSettings, environment: [String: String],
        contexts: () throws(ConfigurationError) -> ContextFile? = { nil },
        readIfThere: @escaping (String) throws -> [UInt8]? = { _ in nil },
        readFile: @escaping (String) throws -> [UInt8]
    ) throws(ConfigurationError) {
        let place = try BackendPlace(settings, ConnectionEnvironment(environment), contexts)
        var layers = try place.layers(settings, ConnectionEnvironment(environment))
        let kube = try place.kubeLayer(layers, settings, KubeLookup(environment: environment, readFile: readIfThere))
        if let kube { layers += kube.layers }
        var server: ServerConfiguration?
        if place.kind != .local {
            let resolver = ServerResolver(layers: layers, readFile: readFile)
            var configuration = try resolver.configuration(for: place.kind, chosenBy: place.source)
            try kube?.complete(&configuration, below: layers, readFile: readFile)
            server = configuration
        }
        add("kind", place.kind.rawValue, place.source)
        addPlain(layers, CredentialResolver(layers: layers, readFile: readFile), server)
        if let kube { addKube(kube, settings, layers, server) }
        if let server { addProxy(environment, server) }
        if !rows.contains(where: { $0.name == "namespace" }) { add("namespace", "default", .builtIn) }
        if let server { addCredentials(of: server, layers, kube) }
    }

    mutating func add(_ name: String, _ value: String, _ source: SettingSource) {
        rows.append(Row(name: name, value: value, source: source))
    }

    /// What the layers say, each setting by its strongest word; nothing of what another setting puts out of use.
    private mutating func addPlain(
        _ layers: [SettingLayer], _ resolver: CredentialResolver, _ server: ServerConfiguration?
    ) {
        let speaking = layers.map { (layer: $0, idle: resolver.idle(in: $0)) }
        func first<Value>(_ name: String, _ value: (SettingLayer) -> Setting<Value>?) -> Setting<Value>? {
            for (layer, idle) in speaking where !idle.contains(name) {
                if let setting = value(layer) { return setting }
            }
            return nil
        }
        for key in SettingKey.allCases {
            guard let setting = first(key.rawValue, { $0[key] }) else { continue }
            if key == .certificateAuthority, server?.tls.skipsVerification == true { continue }
            let shown = key.isSecret ? "\(Secret(setting.value))" : MaskedURL.text(setting.value)
            add(key.rawValue, shown, setting.source)
        }
        for key in SwitchKey.allCases {
            guard let setting = first(key.rawValue, { $0[key] }) else { continue }
            if key == .skipsVerification, setting.value, server?.tls.skipsVerification == false { continue }
            add(key.rawValue, setting.value ? "true" : "false", setting.source)
        }
        var headers: Set<Substring> = []
        for (layer, idle) in speaking {
            // What is no plain text is shown by its name, since the words may hold secrets.
            if let command = layer.settings.tokenCommand, !idle.contains("token-command") {
                add("token-command", "\(command.name) …", layer.source(named: "token-command"))
            }
            let names = layer.settings.headers.map { $0.prefix { $0 != ":" } }
            for name in names where !headers.contains(Substring(name.lowercased())) {
                add("header", "\(name): ***", layer.source(named: "header"))
            }
            headers.formUnion(names.map { Substring($0.lowercased()) })
            if let client = layer.settings.oauth, !idle.contains("oauth") {
                let text = "\(client.grant.rawValue) at \(MaskedURL.text(client.tokenURL))"
                add("oauth", text, layer.source(named: "oauth"))
            }
        }
    }

    private mutating func addCredentials(of server: ServerConfiguration, _ layers: [SettingLayer], _ kube: KubeLayer?) {
        if let credentials = server.credentials {
            add("credentials", credentials.origin, credentials.source)
        } else if server.showsCertificate {
            let file = layers.lazy.compactMap { $0[.clientCertificate] }.first
            add("credentials", "client certificate", file?.source ?? kube?.source ?? .builtIn)
        } else if let source = server.headerSources["authorization"] {
            add("credentials", "header Authorization", source)
        } else {
            add("credentials", "none", .builtIn)
        }
    }
}
