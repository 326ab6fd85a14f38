import Foundation

/// Finds the credentials in what the layers say: the first that names any wins, and it may name them in one way only.
struct CredentialResolver {
    let layers: [SettingLayer]
    let readFile: (String) throws -> [UInt8]
    var isRegularFile: (String) -> Bool = { _ in false }

    /// Where Kubernetes puts a pod's token.
    static let serviceAccountFile = "/var/run/secrets/kubernetes.io/serviceaccount/token"
    static let standardKeyHeader = "X-API-Key"

    /// One way to say who asks, by the name of its option without dashes.
    private typealias Way = (name: String, credentials: () throws(ConfigurationError) -> Credentials)

    func credentials() throws(ConfigurationError) -> Credentials? {
        let replacing = layers.first { $0.replacesAuthorization }
        if let flags = layers.first, flags.origin == .flags { try checkCompanions(in: flags) }
        for layer in layers {
            let ways = ways(in: layer)
            guard let way = ways.first else {
                // A header stands in for all that is said further down.
                if layer.origin == replacing?.origin { return nil }
                continue
            }
            if let other = ways.dropFirst().first { throw layer.contradiction(way.name, other.name) }
            if layer.origin == replacing?.origin { throw layer.contradiction(way.name, "header Authorization") }
            return try way.credentials()
        }
        return nil
    }

    /// The settings of a layer that say nothing, since it or a stronger one has said who asks in another way: by the names
    /// of their options without dashes.
    func idle(in layer: SettingLayer) -> Set<String> {
        let winner = layers.first { !ways(in: $0).isEmpty || $0.replacesAuthorization }
        let names = Set(winner.map { ways(in: $0).map(\.name) } ?? [])
        var idle = Self.names
        if let winner, layer.origin == winner.origin { idle.subtract(names) }
        if let winner, names.contains(SettingKey.username.rawValue), layer.origin == passwordPlace(for: winner)?.origin
        {
            idle.subtract([SettingKey.password.rawValue, SettingKey.passwordFile.rawValue])
        }
        if !names.isDisjoint(with: [SettingKey.apiKey.rawValue, SettingKey.apiKeyFile.rawValue]) {
            idle.remove(SettingKey.apiKeyHeader.rawValue)
        }
        return idle
    }

    /// The names of all settings that say who asks.
    private static let names = Set(
        [
            SettingKey.token, .tokenFromInput, .tokenFile, .username, .password, .passwordFile, .apiKey, .apiKeyFile,
            .apiKeyHeader,
        ].map(\.rawValue) + [SwitchKey.usesServiceAccount.rawValue, "token-command", "oauth"])

    /// A password on the command line is for some user, a header's name for some key; a variable may wait for one.
    private func checkCompanions(in flags: SettingLayer) throws(ConfigurationError) {
        func someLayerHas(_ keys: SettingKey...) -> Bool {
            layers.contains { layer in keys.contains { layer[$0] != nil } }
        }
        if let file = flags[.passwordFile], !someLayerHas(.username) {
            throw .pointless(file.source, without: "--username")
        }
        if let header = flags[.apiKeyHeader], !someLayerHas(.apiKey, .apiKeyFile) {
            throw .pointless(header.source, without: "--api-key-file or WFCTL_API_KEY")
        }
    }

    private func ways(in layer: SettingLayer) -> [Way] {
        var ways: [Way] = []
        func add(_ name: String, _ credentials: @escaping () throws(ConfigurationError) -> Credentials) {
            ways.append((name, credentials))
        }
        for key in [SettingKey.token, .tokenFromInput] {
            if let token = layer[key] {
                add(key.rawValue) { () throws(ConfigurationError) in
                    try Credentials(token: token.value, from: token.source)
                }
            }
        }
        if let file = layer[.tokenFile] {
            add(SettingKey.tokenFile.rawValue) { () throws(ConfigurationError) in try token(in: file, of: layer) }
        }
        if let command = layer.settings.tokenCommand {
            let source = layer.source("token-command", variable: "TOKEN_COMMAND")
            add("token-command") { () throws(ConfigurationError) in Credentials(.command(command), from: source) }
        }
        if let name = layer[.username] {
            add(SettingKey.username.rawValue) { () throws(ConfigurationError) in try basic(name, of: layer) }
        }
        for key in [SettingKey.apiKey, .apiKeyFile] {
            if let setting = layer[key] {
                add(key.rawValue) { () throws(ConfigurationError) in
                    try apiKey(setting, isFile: key == .apiKeyFile, of: layer)
                }
            }
        }
        if let account = layer[.usesServiceAccount], account.value {
            add(SwitchKey.usesServiceAccount.rawValue) { () throws(ConfigurationError) in
                Credentials(.file(Self.serviceAccountFile), from: account.source)
            }
        }
        if let client = layer.settings.oauth {
            let source = layer.source("oauth", variable: "OAUTH")
            add("oauth") { () throws(ConfigurationError) in Credentials(.oauth(client), from: source) }
        }
        return ways
    }

    /// A file is read whenever it is needed. One on the command line is read at once, to say what is wrong with it; and it
    /// may be a pipe, which can be read once.
    private func token(in file: Setting<String>, of layer: SettingLayer) throws(ConfigurationError) -> Credentials {
        let lasting = Credentials(.file(file.value), from: file.source)
        guard layer.origin == .flags else { return lasting }
        let read = try Credentials(token: try text(of: file, holding: "a token"), from: file.source)
        return isRegularFile(file.value) ? lasting : read
    }

    private func basic(_ name: Setting<String>, of layer: SettingLayer) throws(ConfigurationError) -> Credentials {
        guard !name.value.contains(":") else {
            throw .invalid(name.source, value: name.value, expected: "a user name without ':'")
        }
        guard let place = passwordPlace(for: layer) else {
            throw .incomplete(name.source, missing: "a password (--password-file, WFCTL_PASSWORD)")
        }
        var password = place[.password]?.value ?? ""
        if let file = place[.passwordFile] {
            if place[.password] != nil { throw place.contradiction("password", "password-file") }
            password = Secret(line: try text(of: file, holding: "a password")).value
        }
        let pair = Data("\(name.value):\(password)".utf8).base64EncodedString()
        return Credentials(authorization: Secret("Basic " + pair), source: name.source)
    }

    /// Who gives the password to a name: somewhere stronger, the place where the name stands, or else a variable, since a
    /// name may stand where a password must not. A kubeconfig has both.
    private func passwordPlace(for layer: SettingLayer) -> SettingLayer? {
        var places = [layer]
        if case .kubeconfig = layer.origin {
        } else {
            places = layers.prefix { $0.origin != layer.origin } + [layer]
            places += layers.filter { if case .variables = $0.origin { true } else { false } }
        }
        return places.first { $0[.password] != nil || $0[.passwordFile] != nil }
    }

    private func apiKey(
        _ key: Setting<String>, isFile: Bool, of layer: SettingLayer
    ) throws(ConfigurationError) -> Credentials {
        let name =
            layers.lazy.compactMap { $0[.apiKeyHeader] }.first
            ?? Setting(Self.standardKeyHeader, from: .builtIn)
        do throws(ConfigurationError) {
            _ = try HTTPRequest.Header(option: "\(name.value):")
        } catch { throw .invalid(name.source, value: name.value, expected: "the name of a header") }
        let header = CredentialHeader.named(name.value)
        let lasting = isFile ? Credentials(.file(key.value), as: header, from: key.source) : nil
        if let lasting, layer.origin != .flags { return lasting }
        let text = isFile ? try text(of: key, holding: "an API key") : key.value
        do throws(TokenProblem) {
            let read = Credentials(.secret(Secret(try header.value(of: text))), as: header, from: key.source)
            if let lasting, isRegularFile(key.value) { return lasting }
            return read
        } catch { throw .token(key.source, error) }
    }

    private func text(of file: Setting<String>, holding what: String) throws(ConfigurationError) -> String {
        let bytes: [UInt8]
        do {
            bytes = try readFile(file.value)
        } catch { throw .unreadable(file.source, path: file.value, reason: "\(error)") }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .useless(file.source, path: file.value, expected: what)
        }
        return text
    }
}
