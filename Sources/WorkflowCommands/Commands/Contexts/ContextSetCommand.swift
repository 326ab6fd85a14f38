import ArgumentKit
import TerminalKit
import WorkflowAPI

/// `wfctl context set`: makes a context of the connection options, or changes the one there is.
struct ContextSetCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var oauth = OAuthOptions()
    var name = ""
    var unset: [String] = []
    var isUsed = false

    init() {}

    static let info = CommandInfo(
        name: "set", abstract: "Make or change a context",
        discussion: """
            The connection options say what it holds. New credentials replace the old ones; every other setting stays \
            until it is given anew or unset.
            """,
        examples: [
            .init(
                "An Argo Server", "wfctl context set prod -s argo.example.com:2746 -n team --token-file ~/.argo-token"),
            .init("A context of the kubeconfig", "wfctl context set lab --backend kubernetes --kube-context kind-lab"),
            .init("This machine", "wfctl context set here --local"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.name, "context", completion: .dynamic("contexts"), help: "Name of the context")
        option(\.unset, "unset", value: "setting", help: "Setting to remove, such as namespace; may be repeated")
        flag(\.isUsed, "use", help: "Use it from now on")
        group(\.oauth, "OAuth")
        group(\.globals, "Connection")
    }

    func validate() throws(ArgumentError) {
        try globals.checkNamespace()
        try ContextFile.checkNew(name)
        let connection = globals.connection
        let passing = [
            ("--context", connection.context != nil), ("--request-timeout", connection.requestTimeout != nil),
            ("--retries", connection.retries != nil), ("--no-retry", connection.refusesRetries),
            ("--instanceid", connection.instanceID != nil), ("--cluster", connection.kubeCluster != nil),
            ("--user", connection.kubeUser != nil), ("--as", !connection.impersonation.isEmpty),
        ]
        if let flag = passing.first(where: \.1)?.0 { throw .conflict("a context does not hold \(flag)") }
    }

    func perform(in context: CommandContext) throws {
        var given = globals.connection
        (given.backend, given.isLocal) = (nil, false)
        // Before the file is locked: whoever writes into this pipe may be slow.
        if globals.readsToken { given.token = try token(in: context) }
        var verb = "changed"
        try globals.changeContexts(in: context) { file in
            if file[name] == nil { verb = "created" }
            try change(&file, to: given)
            try check(file, in: context)
        }
        try UnsaidDeed.named("context '\(name)' was \(verb)", in: context) {
            try context.terminal.out.write("Context '\(name)' \(verb)".sanitized() + "\n")
        }
    }

    private func change(_ file: inout ContextFile, to given: ConnectionSettings) throws {
        let old = file[name]
        let kind = try kind(old)
        var settings = old?.settings ?? ConnectionSettings()
        for key in unset { try remove(key, from: &settings) }
        var given = given
        given.oauth = try oauth.client(changing: settings.oauth)
        if kind == .local {
            let source: SettingSource = globals.connection.isLocal ? .flag("--local") : .context(name)
            if let flag = given.serverFlags.first { throw ConfigurationError.contradiction(source, .flag(flag)) }
            // What was said of a server means nothing any more.
            let namespace = settings.namespace
            settings = ConnectionSettings()
            settings.namespace = namespace
        }
        if kind != .kubernetes {
            if let flag = given.clusterFlags.first {
                throw ConfigurationError.pointless(.flag(flag), without: "--backend kubernetes")
            }
            // What was said of a cluster means nothing any more.
            (settings.kubeconfig, settings.kubeContext) = (nil, nil)
        }
        given.makePathsAbsolute(in: ProgramRunner.workingFolder)
        settings.adopt(given)
        file[name] = ContextFile.Context(name: name, kind: kind, settings: settings)
        if isUsed || file.contexts.count == 1 { file.current = name }
    }

    /// The first line of standard input.
    private func token(in context: CommandContext) throws -> String {
        let text = String(decoding: try context.input.readStandardInput(), as: UTF8.self)
        guard let line = text.split(whereSeparator: \.isNewline).first(where: { !$0.allSatisfy(\.isWhitespace) })
        else { throw ConfigurationError.token(.flag("--token-stdin"), .empty) }
        return String(line)
    }

    private func kind(_ old: ContextFile.Context?) throws -> BackendKind {
        let connection = globals.connection
        if connection.isLocal {
            if let other = connection.backend, other != .local {
                throw ConfigurationError.contradiction(.flag("--local"), .flag("--backend \(other.rawValue)"))
            }
            return .local
        }
        if let kind = connection.backend ?? old?.kind { return kind }
        return connection.kubeconfig != nil || connection.kubeContext != nil ? .kubernetes : .argo
    }

    private func remove(_ word: String, from settings: inout ConnectionSettings) throws {
        if let key = SettingKey(rawValue: word), key.isStored {
            settings[keyPath: key.path] = nil
        } else if let key = SwitchKey(rawValue: word) {
            settings[keyPath: key.path] = nil
        } else {
            switch word {
            case "token-command": settings.tokenCommand = nil
            case "header": settings.headers = []
            case "oauth": settings.oauth = nil
            default: throw ArgumentError.conflict("--unset: a context has no setting '\(word)'")
            }
        }
    }

    /// What a command that used it would complain about, before it is written; whatever variables say of a connection
    /// now is not kept, except for what a context may leave to them: a password, a kubeconfig.
    private func check(_ file: ContextFile, in context: CommandContext) throws {
        var settings = ConnectionSettings()
        settings.context = name
        let environment = context.environment.filter { variable in
            ["PASSWORD", "PASSWORD_FILE", "KUBECONFIG"].contains { variable.key.hasSuffix("_" + $0) }
                || !["WFCTL_", "ARGO_"].contains(where: variable.key.hasPrefix)
        }
        _ = try BackendChoice.choose(
            settings, environment: environment, contexts: { file }, readIfThere: context.contexts.readIfThere,
            readFile: context.input.readFile)
    }
}
