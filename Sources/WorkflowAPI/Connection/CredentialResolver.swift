import Foundation

/// Finds the credentials in what the layers say: the first that names any wins, and it may name them in one way only.
struct CredentialResolver {
    let layers: [SettingLayer]
    let readFile: (String) throws -> [UInt8]

    /// Where Kubernetes puts a pod's token.
    static let serviceAccountFile = "/var/run/secrets/kubernetes.io/serviceaccount/token"
    static let standardKeyHeader = "X-API-Key"

    private typealias Way = (source: SettingSource, credentials: () throws(ConfigurationError) -> Credentials)

    func credentials() throws(ConfigurationError) -> Credentials? {
        let replacing = layers.first { layer in
            layer.settings.headers.contains { $0.lowercased().hasPrefix("authorization:") }
        }
        for layer in layers {
            let ways = ways(in: layer)
            guard let way = ways.first else {
                // A header stands in for all that is said further down.
                if layer.origin == replacing?.origin { return nil }
                continue
            }
            if let other = ways.dropFirst().first { throw .contradiction(way.source, other.source) }
            if layer.origin == replacing?.origin {
                throw .contradiction(way.source, layer.source("header Authorization", variable: ""))
            }
            return try way.credentials()
        }
        return nil
    }

    private func ways(in layer: SettingLayer) -> [Way] {
        var ways: [Way] = []
        func add(_ source: SettingSource, _ credentials: @escaping () throws(ConfigurationError) -> Credentials) {
            ways.append((source, credentials))
        }
        for key in [SettingKey.token, .tokenFromInput] {
            if let token = layer[key] {
                add(token.source) { () throws(ConfigurationError) in
                    try Credentials(token: token.value, from: token.source)
                }
            }
        }
        if let file = layer[.tokenFile] {
            add(file.source) { () throws(ConfigurationError) in try token(in: file, of: layer) }
        }
        if let command = layer.settings.tokenCommand {
            let source = layer.source("token-command", variable: "TOKEN_COMMAND")
            add(source) { () throws(ConfigurationError) in Credentials(.command(command), from: source) }
        }
        if let name = layer[.username] {
            add(name.source) { () throws(ConfigurationError) in try basic(name, of: layer) }
        }
        if let key = layer[.apiKey] ?? layer[.apiKeyFile] {
            add(key.source) { () throws(ConfigurationError) in try apiKey(key, of: layer) }
        }
        if let account = layer[.usesServiceAccount], account.value {
            add(account.source) { () throws(ConfigurationError) in
                Credentials(.file(Self.serviceAccountFile), from: account.source)
            }
        }
        if let client = layer.settings.oauth {
            let source = layer.source("oauth", variable: "OAUTH")
            add(source) { () throws(ConfigurationError) in Credentials(.oauth(client), from: source) }
        }
        return ways
    }

    /// A file on the command line may be a pipe, which can be read once; others are read whenever they are needed.
    private func token(in file: Setting<String>, of layer: SettingLayer) throws(ConfigurationError) -> Credentials {
        guard layer.origin == .flags else { return Credentials(.file(file.value), from: file.source) }
        return try Credentials(token: try text(of: file, holding: "a token"), from: file.source)
    }

    private func basic(_ name: Setting<String>, of layer: SettingLayer) throws(ConfigurationError) -> Credentials {
        guard !name.value.contains(":") else {
            throw .invalid(name.source, value: name.value, expected: "a user name without ':'")
        }
        // A name on the command line may go with a password that a variable hides.
        let places =
            [layer] + layers.filter { if case .variables = $0.origin { layer.origin == .flags } else { false } }
        guard let place = places.first(where: { $0[.password] != nil || $0[.passwordFile] != nil }) else {
            throw .incomplete(name.source, missing: "a password (--password-file, WFCTL_PASSWORD)")
        }
        var password = place[.password]?.value ?? ""
        if let file = place[.passwordFile] {
            if let known = place[.password] { throw .contradiction(known.source, file.source) }
            password = try text(of: file, holding: "a password")
            if password.hasSuffix("\n") { password.removeLast() }
        }
        let pair = Data("\(name.value):\(password)".utf8).base64EncodedString()
        return Credentials(authorization: Secret("Basic " + pair), source: name.source)
    }

    private func apiKey(_ key: Setting<String>, of layer: SettingLayer) throws(ConfigurationError) -> Credentials {
        let name =
            layers.lazy.compactMap { $0[.apiKeyHeader] }.first
            ?? Setting(Self.standardKeyHeader, from: .builtIn)
        _ = try HTTPRequest.Header(option: "\(name.value):")
        let header = CredentialHeader.named(name.value)
        let isFile = layer[.apiKey] == nil
        if isFile, layer.origin != .flags { return Credentials(.file(key.value), as: header, from: key.source) }
        let text = isFile ? try text(of: key, holding: "an API key") : key.value
        do throws(TokenProblem) {
            return Credentials(.secret(Secret(try header.value(of: text))), as: header, from: key.source)
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
