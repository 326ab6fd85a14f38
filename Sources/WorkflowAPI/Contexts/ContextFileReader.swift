import DocumentKit

/// Reads a configuration file; an unknown key is an error with its place, and no line is shown: it may hold a secret.
package struct ContextFileReader {
    /// What relative paths in the file are relative to.
    private let folder: String
    private let path: String

    package init(path: String) {
        self.path = path
        folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// An empty file is a configuration that says nothing.
    package func read(_ bytes: [UInt8]) throws(ConfigurationError) -> ContextFile {
        let documents: [Document]
        do throws(DocumentError) {
            documents = try YAMLReader.readAll(bytes)
        } catch {
            throw .contexts(path: path, reason: ":\(error.position): \(error.message)")
        }
        var file = ContextFile()
        guard let root = documents.first?.root, !root.isNull else { return file }
        if let second = documents.dropFirst().first { throw problem(second.root, "expected one document") }
        if let twice = root.duplicateKeys(limit: 1).first {
            throw problem(twice.place, "the key '\(twice.key)' stands twice")
        }
        for (key, value) in try fields(root, "a configuration") {
            switch key.string {
            case "current-context": file.current = value.isNull ? nil : try text(value, "current-context")
            case "contexts":
                for (name, context) in try fields(value, "contexts by name") {
                    guard let text = name.scalarText, !text.isEmpty else {
                        throw problem(name, "a context needs a name")
                    }
                    file.contexts.append(try self.context(text, context))
                }
            default: throw unknown(key, known: ["current-context", "contexts"])
            }
        }
        return file
    }

    private func context(_ name: String, _ root: DocumentValue) throws(ConfigurationError) -> ContextFile.Context {
        var settings = ConnectionSettings()
        var kind: BackendKind?
        for (key, value) in try fields(root, "the settings of a context") where !value.isNull {
            let word = key.string ?? ""
            if let known = SettingKey(rawValue: word), known.isStored {
                let text = try self.text(value, word)
                settings[keyPath: known.path] = known.isPath ? try absolute(text, value, word) : text
            } else if let known = SwitchKey(rawValue: word) {
                guard let flag = value.bool else { throw problem(value, "'\(word)': expected true or false") }
                settings[keyPath: known.path] = flag
            } else {
                switch word {
                case "kind":
                    kind = BackendKind(rawValue: try text(value, word))
                    let kinds = BackendKind.allCases.map(\.rawValue).joined(separator: ", ")
                    if kind == nil { throw problem(value, "'kind': expected one of \(kinds)") }
                case "token-command":
                    settings.tokenCommand =
                        value.kind == .array ? .words(try texts(value, word)) : .shell(try text(value, word))
                case "header": settings.headers = try texts(value, word)
                case "oauth": settings.oauth = try oauth(value)
                default: throw unknown(key, known: Self.contextKeys)
                }
            }
        }
        guard let kind else { throw problem(root, "context '\(name)' has no 'kind'") }
        if kind == .local, let flag = settings.serverFlags.first {
            throw problem(root, "context '\(name)' is this machine, where '\(flag.drop { $0 == "-" })' has no effect")
        }
        return ContextFile.Context(name: name, kind: kind, settings: settings)
    }

    private static let contextKeys =
        ["kind", "token-command", "header", "oauth"]
        + SettingKey.allCases.filter(\.isStored).map(\.rawValue)
        + SwitchKey.allCases.map(\.rawValue)

    private static let oauthKeys = [
        "grant", "client-id", "token-url", "device-url", "client-secret", "client-secret-file", "scopes", "audience",
    ]

    private func oauth(_ root: DocumentValue) throws(ConfigurationError) -> OAuthClient {
        var values: [String: DocumentValue] = [:]
        for (key, value) in try fields(root, "an OAuth client") where !value.isNull {
            guard let word = key.string, Self.oauthKeys.contains(word) else {
                throw unknown(key, known: Self.oauthKeys)
            }
            values[word] = value
        }
        func value(_ key: String) throws(ConfigurationError) -> String? {
            guard let value = values[key] else { return nil }
            return try text(value, key)
        }
        guard let id = try value("client-id"), let url = try value("token-url") else {
            throw problem(root, "'oauth' needs 'client-id' and 'token-url'")
        }
        let word = try value("grant") ?? OAuthClient.Grant.clientCredentials.rawValue
        guard let grant = OAuthClient.Grant(rawValue: word) else {
            throw problem(values["grant"] ?? root, "'grant': expected client-credentials or device")
        }
        var client = OAuthClient(grant, clientID: id, tokenURL: url)
        client.deviceURL = try value("device-url")
        client.audience = try value("audience")
        if let file = try value("client-secret-file") {
            client.clientSecret = .file(try absolute(file, values["client-secret-file"] ?? root, "client-secret-file"))
        }
        if let secret = try value("client-secret") {
            if client.clientSecret != nil {
                throw problem(root, "'client-secret' and 'client-secret-file' contradict each other")
            }
            client.clientSecret = .secret(Secret(secret))
        }
        if let scopes = values["scopes"] {
            client.scopes =
                try scopes.kind == .array
                ? texts(scopes, "scopes")
                : text(scopes, "scopes").split(separator: " ").map(String.init)
        }
        if let fault = client.problem { throw problem(root, "'oauth': \(fault)") }
        return client
    }

    // MARK: Values

    private func problem(_ value: DocumentValue, _ message: String) -> ConfigurationError {
        .contexts(path: path, reason: ":\(value.position): \(message)")
    }

    private func unknown(_ key: DocumentValue, known: [String]) -> ConfigurationError {
        problem(
            key, "unknown key '\(key.scalarText ?? "")'; the keys here are \(known.sorted().joined(separator: ", "))")
    }

    private func fields(_ value: DocumentValue, _ what: String) throws(ConfigurationError) -> DocumentFields {
        guard value.kind == .object || value.isNull else {
            throw problem(value, "expected \(what), found \(value.kind.described)")
        }
        return value.fields
    }

    private func text(_ value: DocumentValue, _ key: String) throws(ConfigurationError) -> String {
        guard let text = value.scalarText, !text.isEmpty else { throw problem(value, "'\(key)': expected a text") }
        return text
    }

    private func texts(_ value: DocumentValue, _ key: String) throws(ConfigurationError) -> [String] {
        guard value.kind == .array else { throw problem(value, "'\(key)': expected a list of texts") }
        var texts: [String] = []
        for element in value.elements { texts.append(try text(element, key)) }
        guard !texts.isEmpty else { throw problem(value, "'\(key)': the list is empty") }
        return texts
    }

    private func absolute(
        _ file: String, _ value: DocumentValue, _ key: String
    ) throws(ConfigurationError) -> String {
        if file.hasPrefix("~") {
            throw problem(value, "'\(key)': '~' is a shell's word for a folder; write the whole path")
        }
        return file.hasPrefix("/") ? file : "\(folder)/\(file)"
    }
}

extension OAuthClient {
    /// What cannot work, in one line.
    package var problem: String? {
        for url in [tokenURL] + (deviceURL.map { [$0] } ?? []) where !Self.isSafe(url) {
            return "'\(MaskedURL.text(url))' is no https:// address"
        }
        switch grant {
        case .device where deviceURL == nil: return "the device grant needs 'device-url'"
        case .clientCredentials where clientSecret == nil: return "the client-credentials grant needs a client secret"
        default: return nil
        }
    }
}
