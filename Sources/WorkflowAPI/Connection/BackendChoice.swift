/// Which backend a command talks to, and why; a value, so that `context show` can print it.
package struct BackendChoice: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
        case server(ServerConfiguration)
        case thisMachine
    }

    package var kind: BackendKind
    /// What decided: `--local`, `ARGO_SERVER`.
    package var source: SettingSource
    package var target: Target
    package var namespace: Setting<String>

    package init(kind: BackendKind, source: SettingSource, target: Target, namespace: Setting<String>) {
        self.kind = kind
        self.source = source
        self.target = target
        self.namespace = namespace
    }

    /// Chooses from flags and environment; `readFile` is asked for the files that they name, and for no other.
    package static func choose(
        _ settings: ConnectionSettings, environment: [String: String],
        readFile: @escaping (String) throws -> [UInt8]
    ) throws(ConfigurationError) -> BackendChoice {
        let environment = ConnectionEnvironment(environment)
        let namespace = try namespace(settings, environment)
        let (kind, source) = try kind(settings, environment)
        switch kind {
        case .local:
            return BackendChoice(kind: kind, source: source, target: .thisMachine, namespace: namespace)
        case .argo:
            let resolver = ServerResolver(settings: settings, environment: environment, readFile: readFile)
            let server = try resolver.configuration(for: kind, chosenBy: source)
            return BackendChoice(kind: kind, source: source, target: .server(server), namespace: namespace)
        case .kubernetes, .nightcrawler:
            throw .notBuilt(kind, source)
        }
    }

    private static func namespace(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment
    ) throws(ConfigurationError) -> Setting<String> {
        if let name = settings.namespace {
            guard !name.isEmpty else {
                throw .invalid(.flag("--namespace"), value: name, expected: "the name of a namespace")
            }
            return Setting(name, from: .flag("--namespace"))
        }
        return environment["NAMESPACE"] ?? Setting("default", from: .builtIn)
    }

    private static func kind(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment
    ) throws(ConfigurationError) -> (BackendKind, SettingSource) {
        if settings.isLocal || settings.backend == .local {
            let source = SettingSource.flag(settings.isLocal ? "--local" : "--backend local")
            if settings.isLocal, let other = settings.backend, other != .local {
                throw .contradiction(source, .flag("--backend \(other.rawValue)"))
            }
            if let flag = settings.serverFlags.first { throw .contradiction(source, .flag(flag)) }
            return (.local, source)
        }
        if let kind = settings.backend { return (kind, .flag("--backend \(kind.rawValue)")) }
        if settings.server != nil { return (.argo, .flag("--server")) }
        if let named = environment["BACKEND"] {
            guard let kind = BackendKind(rawValue: named.value) else {
                let names = BackendKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw .invalid(named.source, value: named.value, expected: "one of \(names)")
            }
            if kind == .local, let flag = settings.serverFlags.first { throw .contradiction(named.source, .flag(flag)) }
            return (kind, named.source)
        }
        if let server = environment["SERVER"] { return (.argo, server.source) }
        throw .nothingConfigured
    }
}

extension ConnectionSettings {
    /// The flags that were given and mean nothing without a server.
    var serverFlags: [String] {
        let given: [(String, Bool)] = [
            ("--server", server != nil), ("--token", token != nil), ("--token-file", tokenFile != nil),
            ("--argo-base-href", baseHref != nil), ("--secure", secure != nil),
            ("--insecure-skip-verify", skipsVerification != nil),
            ("--certificate-authority", certificateAuthority != nil), ("--header", !headers.isEmpty),
            ("--instanceid", instanceID != nil), ("--request-timeout", requestTimeout != nil),
            ("--retries", retries != nil), ("--no-retry", refusesRetries),
        ]
        return given.filter(\.1).map(\.0)
    }
}
