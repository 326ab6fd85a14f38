/// What holds for addresses of manifests where no server is asked: whom to trust besides the system, and the proxy.
package enum WebTrust {
    /// Options that are about a server, and about no other place.
    private static let serversOwn: [SettingKey] = [.clientCertificate, .clientKey, .tlsServerName]

    /// - Returns: options for `TLSOptions.configureForWeb`.
    package static func options(
        _ settings: ConnectionSettings, environment: [String: String],
        contexts: () throws(ConfigurationError) -> ContextFile?, readFile: @escaping (String) throws -> [UInt8]
    ) throws(ConfigurationError) -> TLSOptions {
        var flags = serversOwn.filter { settings[keyPath: $0.path] != nil }.map(\.rawValue)
        if settings.skipsVerification == true { flags.insert(SwitchKey.skipsVerification.rawValue, at: 0) }
        if let flag = flags.first { throw .pointless(.flag("--" + flag), without: "a server to ask") }
        let trust = TrustResolver(
            layers: try layers(settings, ConnectionEnvironment(environment), contexts), readFile: readFile)
        var options = TLSOptions(authority: try trust.authority())
        options.proxy = try trust.proxy()
        return options
    }

    /// The same as where a server is asked. On this machine, and where nothing says what is asked, the variables count.
    private static func layers(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment,
        _ contexts: () throws(ConfigurationError) -> ContextFile?
    ) throws(ConfigurationError) -> [SettingLayer] {
        do {
            let place = try BackendPlace(settings, environment, contexts)
            if place.kind != .local { return try place.layers(settings, environment) }
        } catch .nothingConfigured {}
        return [SettingLayer(flags: settings), try SettingLayer(environment)]
    }
}
