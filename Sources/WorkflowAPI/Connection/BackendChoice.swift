/// Which backend a command talks to, and why; a value, so that `context show` can print it.
package struct BackendChoice: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
        case argo(ServerConfiguration)
        case kubernetes(ServerConfiguration)
        case nightcrawler(ServerConfiguration)
        case thisMachine

        /// The server, where there is one.
        package var server: ServerConfiguration? {
            switch self {
            case .argo(let server), .kubernetes(let server), .nightcrawler(let server): server
            case .thisMachine: nil
            }
        }

        /// The same, which bothers nobody with questions.
        package var askingNobody: Target {
            func silent(_ server: ServerConfiguration) -> ServerConfiguration {
                var server = server
                server.mayAsk = false
                return server
            }
            return switch self {
            case .argo(let server): .argo(silent(server))
            case .kubernetes(let server): .kubernetes(silent(server))
            case .nightcrawler(let server): .nightcrawler(silent(server))
            case .thisMachine: self
            }
        }
    }

    package var kind: BackendKind
    /// What decided: `--local`, `ARGO_SERVER`, a context.
    package var source: SettingSource
    package var target: Target
    package var namespace: Setting<String>

    package init(kind: BackendKind, source: SettingSource, target: Target, namespace: Setting<String>) {
        self.kind = kind
        self.source = source
        self.target = target
        self.namespace = namespace
    }

    /// Chooses from flags, environment and contexts; `contexts` is asked when a context may be chosen, `readFile` for
    /// the files that the settings name, `isRegularFile` whether they can be read again, `readIfThere` for those a
    /// kubeconfig may be in.
    package static func choose(
        _ settings: ConnectionSettings, environment: [String: String],
        contexts: () throws(ConfigurationError) -> ContextFile? = { nil },
        readIfThere: @escaping (String) throws -> [UInt8]? = { _ in nil },
        isRegularFile: @escaping (String) -> Bool = { _ in false },
        readFile: @escaping (String) throws -> [UInt8]
    ) throws(ConfigurationError) -> BackendChoice {
        let place = try BackendPlace(settings, ConnectionEnvironment(environment), contexts)
        var layers = try place.layers(settings, ConnectionEnvironment(environment))
        let kube = try place.kubeLayer(
            layers, settings, KubeLookup(environment: environment, readFile: readIfThere))
        if let kube { layers += kube.layers }
        let namespace = try namespace(layers)
        func choice(_ target: Target) -> BackendChoice {
            BackendChoice(kind: place.kind, source: place.source, target: target, namespace: namespace)
        }
        if place.kind == .local { return choice(.thisMachine) }
        let resolver = ServerResolver(layers: layers, readFile: readFile, isRegularFile: isRegularFile)
        var server = try resolver.configuration(for: place.kind, chosenBy: place.source)
        try kube?.complete(&server, below: layers, readFile: readFile)
        switch place.kind {
        case .argo: return choice(.argo(server))
        case .kubernetes: return choice(.kubernetes(server))
        case .nightcrawler: return choice(.nightcrawler(server))
        case .local: return choice(.thisMachine)
        }
    }

    private static func namespace(_ layers: [SettingLayer]) throws(ConfigurationError) -> Setting<String> {
        guard let name = layers.lazy.compactMap({ $0[.namespace] }).first else {
            return Setting("default", from: .builtIn)
        }
        guard !name.value.isEmpty else {
            throw .invalid(name.source, value: name.value, expected: "the name of a namespace")
        }
        return name
    }
}
