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
        if let kube { layers.append(kube.layer) }
        rows.append(Row(name: "kind", value: place.kind.rawValue, source: place.source))
        for key in SettingKey.allCases {
            guard let setting = layers.lazy.compactMap({ $0[key] }).first else { continue }
            let shown = key.isSecret ? "\(Secret(setting.value))" : MaskedURL.text(setting.value)
            rows.append(Row(name: key.rawValue, value: shown, source: setting.source))
        }
        for key in SwitchKey.allCases {
            guard let setting = layers.lazy.compactMap({ $0[key] }).first else { continue }
            rows.append(Row(name: key.rawValue, value: setting.value ? "true" : "false", source: setting.source))
        }
        for layer in layers { rows += Self.others(in: layer) }
        if !rows.contains(where: { $0.name == "namespace" }) {
            rows.append(Row(name: "namespace", value: "default", source: .builtIn))
        }
        if place.kind != .local {
            let resolver = ServerResolver(layers: layers, readFile: readFile)
            var server = try resolver.configuration(for: place.kind, chosenBy: place.source)
            try kube?.complete(&server, below: layers, readFile: readFile)
            let credentials = server.credentials
            if credentials == nil, server.showsCertificate {
                let file = layers.lazy.compactMap { $0[.clientCertificate] }.first
                let source = file?.source ?? kube?.source ?? .builtIn
                rows.append(Row(name: "credentials", value: "client certificate", source: source))
            } else if credentials == nil, let source = server.headerSources["authorization"] {
                rows.append(Row(name: "credentials", value: "header Authorization", source: source))
            } else {
                let (value, source) = (credentials?.origin ?? "none", credentials?.source ?? .builtIn)
                rows.append(Row(name: "credentials", value: value, source: source))
            }
        }
    }

    /// What is no plain text: shown by its name, since the words may hold secrets.
    private static func others(in layer: SettingLayer) -> [Row] {
        var rows: [Row] = []
        func add(_ name: String, _ value: String) {
            rows.append(Row(name: name, value: value, source: layer.source(named: name)))
        }
        if let command = layer.settings.tokenCommand { add("token-command", "\(command.name) …") }
        for header in layer.settings.headers { add("header", "\(header.prefix { $0 != ":" }): ***") }
        if let client = layer.settings.oauth {
            add("oauth", "\(client.grant.rawValue) at \(MaskedURL.text(client.tokenURL))")
        }
        return rows
    }
}
