/// The kind of place that was chosen, and the context that chose it if one did.
///
/// The first of these that is there decides: `--local`, `--backend`, `--server`, `--kubeconfig`; `--context`;
/// `WFCTL_BACKEND`, `WFCTL_SERVER`; `WFCTL_CONTEXT`; `ARGO_SERVER`; the current context of the configuration file. What
/// kind of server `--server` names, `WFCTL_BACKEND` may say. Where only the kind is named, `WFCTL_CONTEXT` says which.
struct BackendPlace {
    var kind: BackendKind
    var source: SettingSource
    var context: ConnectionSettings?
    /// The kubeconfig's context that `--context` means where the command line asks for a cluster, or a variable does and
    /// no context of ours has the name.
    var kubeContext: Setting<String>?

    private init(_ kind: BackendKind, _ source: SettingSource) {
        self.kind = kind
        self.source = source
    }

    private init(_ context: ContextFile.Context, _ source: SettingSource) {
        self.init(context.kind, source)
        self.context = context.settings
    }

    init(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment,
        _ contexts: () throws(ConfigurationError) -> ContextFile?
    ) throws(ConfigurationError) {
        let flagged = try Self.flagged(settings, environment)
        if let name = settings.context {
            if let flagged {
                if flagged.kind == .kubernetes {
                    self = flagged
                    kubeContext = Setting(name, from: .flag("--context"))
                    return
                }
                let isFlag = if case .flag = flagged.source { true } else { false }
                throw .contradiction(.flag("--context"), isFlag ? flagged.source : .flag("--server"))
            }
            let file = settings.ignoresContexts ? nil : try contexts()
            // A context of ours beats the variables; where it is none, they may say whose it is.
            if file?[name] == nil, let named = try Self.variable(settings, environment), named.kind == .kubernetes {
                self = named
                kubeContext = Setting(name, from: .flag("--context"))
                return
            }
            if settings.ignoresContexts { throw .contradiction(.flag("--context"), .flag("--no-config")) }
            self.init(try Self.context(name, .flag("--context"), file), .chosenContext(name))
        } else if let flagged {
            self = try Self.place(for: flagged, settings, environment, contexts)
        } else if let named = try Self.variable(settings, environment) {
            self = try Self.place(for: named, settings, environment, contexts)
        } else if !settings.ignoresContexts, let name = environment.own("CONTEXT") {
            self.init(try Self.context(name.value, name.source, try contexts()), .context(name.value))
        } else if let server = environment["SERVER"] {
            self.init(.argo, server.source)
        } else if !settings.ignoresContexts, let file = try contexts(), let name = file.current {
            self.init(try Self.context(name, .context(name), file), .context(name))
        } else {
            throw .nothingConfigured
        }
        if kind == .local, let flag = settings.serverFlags.first { throw .contradiction(source, .flag(flag)) }
    }

    /// Which place of a kind that was named without one: that of `WFCTL_CONTEXT`, a context of ours or a kubeconfig's.
    private static func place(
        for named: BackendPlace, _ settings: ConnectionSettings, _ environment: ConnectionEnvironment,
        _ contexts: () throws(ConfigurationError) -> ContextFile?
    ) throws(ConfigurationError) -> BackendPlace {
        let isFlag = if case .flag = named.source { true } else { false }
        guard !settings.ignoresContexts, let name = environment.own("CONTEXT"), named.kind != .local,
            settings.server == nil, settings.kubeContext == nil, environment["KUBE_CONTEXT"] == nil,
            isFlag || environment.own("SERVER") == nil
        else { return named }
        if let context = try contexts()?[name.value] {
            if settings.kubeconfig == nil, context.kind == named.kind {
                return BackendPlace(context, .context(name.value))
            }
            // The command line beats what was exported once; two variables only contradict each other.
            if isFlag { return named }
            throw .contradiction(named.source, name.source)
        }
        guard named.kind == .kubernetes else {
            throw .unknownContext(name.value, name.source, known: try contexts()?.contexts.map(\.name) ?? [])
        }
        var place = named
        place.kubeContext = name
        return place
    }

    /// Who is asked for a setting, the strongest first. A context speaks only where it was chosen: what it says of
    /// credentials and trust is meant for its own server.
    func layers(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment
    ) throws(ConfigurationError) -> [SettingLayer] {
        let flags = SettingLayer(flags: settings)
        let variables =
            switch kind {
            case .local: SettingLayer(namespaceOf: environment)
            case .kubernetes: try SettingLayer(environment.ofClusters)
            case .argo, .nightcrawler: try SettingLayer(environment)
            }
        guard let context else { return [flags, variables] }
        let own = SettingLayer(context: context, source)
        if case .chosenContext = source { return [flags, own, variables] }
        // Beside a server of its own, what ARGO_ variables say of credentials and trust is meant for that one.
        let isForAnother = kind != .local && environment["SERVER"] != nil
        let meant = isForAnother ? try SettingLayer(environment.ofClusters) : variables
        return [flags, meant.without(.server), own]
    }

    /// What the command line says without a context.
    private static func flagged(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment
    ) throws(ConfigurationError) -> BackendPlace? {
        if settings.isLocal || settings.backend == .local {
            let source = SettingSource.flag(settings.isLocal ? "--local" : "--backend local")
            if settings.isLocal, let other = settings.backend, other != .local {
                throw .contradiction(source, .flag("--backend \(other.rawValue)"))
            }
            return BackendPlace(.local, source)
        }
        if let kind = settings.backend { return BackendPlace(kind, .flag("--backend \(kind.rawValue)")) }
        if settings.server != nil {
            if environment["BACKEND"] != nil, let named = try variable(settings, environment), named.kind != .local {
                return named
            }
            return BackendPlace(.argo, .flag("--server"))
        }
        if settings.kubeconfig != nil { return BackendPlace(.kubernetes, .flag("--kubeconfig")) }
        if settings.kubeContext != nil { return BackendPlace(.kubernetes, .flag("--kube-context")) }
        return nil
    }

    private static func variable(
        _ settings: ConnectionSettings, _ environment: ConnectionEnvironment
    ) throws(ConfigurationError) -> BackendPlace? {
        guard let named = environment["BACKEND"] else {
            return environment.own("SERVER").map { BackendPlace(.argo, $0.source) }
        }
        guard let kind = BackendKind(rawValue: named.value) else {
            let names = BackendKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(named.source, value: named.value, expected: "one of \(names)")
        }
        return BackendPlace(kind, named.source)
    }

    private static func context(
        _ name: String, _ source: SettingSource, _ file: ContextFile?
    ) throws(ConfigurationError) -> ContextFile.Context {
        guard let context = file?[name] else {
            throw .unknownContext(name, source, known: file?.contexts.map(\.name) ?? [])
        }
        return context
    }
}

extension ConnectionSettings {
    /// The flags that were given and mean nothing without a server.
    package var serverFlags: [String] {
        let texts = SettingKey.allCases.filter { $0 != .namespace && self[keyPath: $0.path] != nil }.map(\.rawValue)
        let switches = SwitchKey.allCases.filter { self[keyPath: $0.path] != nil }.map(\.rawValue)
        let others = [
            ("token-command", tokenCommand != nil), ("header", !headers.isEmpty), ("oauth", oauth != nil),
            ("request-timeout", requestTimeout != nil), ("retries", retries != nil), ("no-retry", refusesRetries),
        ]
        return (texts + switches + others.filter(\.1).map(\.0)).map { "--" + $0 }
    }
}
