/// One place that says something, and what its settings are called there.
struct SettingLayer: Sendable {
    enum Origin: Sendable, Equatable {
        case flags
        case variables(ConnectionEnvironment)
        case context(SettingSource)
        case kubeconfig(SettingSource)
    }

    var settings: ConnectionSettings
    var origin: Origin

    /// What the command line says.
    init(flags settings: ConnectionSettings) {
        self.settings = settings
        origin = .flags
    }

    init(context settings: ConnectionSettings, _ source: SettingSource) {
        self.settings = settings
        origin = .context(source)
    }

    init(kubeconfig settings: ConnectionSettings, _ source: SettingSource) {
        self.settings = settings
        origin = .kubeconfig(source)
    }

    /// What the variables say; those that are no words of Go for true or false are an error.
    init(_ environment: ConnectionEnvironment) throws(ConfigurationError) {
        var settings = ConnectionSettings()
        for key in SettingKey.allCases { settings[keyPath: key.path] = environment[key.variable]?.value }
        for key in SwitchKey.allCases { settings[keyPath: key.path] = try environment.boolean(key.variable)?.value }
        settings.tokenCommand = (environment["TOKEN_COMMAND"]?.value).map { .shell($0) }
        self.settings = settings
        origin = .variables(environment)
    }

    /// The one variable that means something without a server.
    init(namespaceOf environment: ConnectionEnvironment) {
        settings = ConnectionSettings()
        settings.namespace = environment["NAMESPACE"]?.value
        origin = .variables(environment)
    }

    /// The same without one of its settings.
    func without(_ key: SettingKey) -> SettingLayer {
        var layer = self
        layer.settings[keyPath: key.path] = nil
        return layer
    }

    /// What a setting is called here, by its option's name without dashes.
    func source(_ name: String, variable: String) -> SettingSource {
        switch origin {
        case .flags: .flag("--" + name)
        case .variables(let environment): environment[variable]?.source ?? .variable("WFCTL_" + variable)
        case .context(let source), .kubeconfig(let source): source
        }
    }

    func source(_ key: SettingKey) -> SettingSource { source(key.rawValue, variable: key.variable) }

    subscript(_ key: SettingKey) -> Setting<String>? {
        settings[keyPath: key.path].map { Setting($0, from: source(key)) }
    }

    subscript(_ key: SwitchKey) -> Setting<Bool>? {
        settings[keyPath: key.path].map { Setting($0, from: source(key.rawValue, variable: key.variable)) }
    }
}
