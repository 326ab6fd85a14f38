package import DocumentKit

extension ContextFile {
    /// The file as it is written.
    package var document: Document {
        var root = ValueTree.Members()
        if let current { root.append("current-context", .string(current)) }
        root.append("contexts", .object(ValueTree.Members(contexts.map { (key: $0.name, value: $0.tree) })))
        return ValueTree.object(root).document()
    }
}

extension ContextFile.Context {
    /// What stands under its name.
    package var tree: ValueTree {
        var tree: ValueTree = ["kind": .string(kind.rawValue)]
        for key in SettingKey.allCases {
            if let text = settings[keyPath: key.path] { tree[key.rawValue] = .string(text) }
        }
        for key in SwitchKey.allCases {
            if let flag = settings[keyPath: key.path] { tree[key.rawValue] = .bool(flag) }
        }
        switch settings.tokenCommand {
        case nil: break
        case .shell(let text): tree["token-command"] = .string(text)
        case .words(let words): tree["token-command"] = .array(words.map { .string($0) })
        }
        if !settings.headers.isEmpty { tree["header"] = .array(settings.headers.map { .string($0) }) }
        if let oauth = settings.oauth { tree["oauth"] = oauth.tree }
        return tree
    }

    /// Whether a secret stands in it, which is nobody else's to read.
    package var holdsSecret: Bool {
        if case .secret? = settings.oauth?.clientSecret { return true }
        if let proxy = settings.proxyURL, MaskedURL.text(proxy) != proxy { return true }
        return !settings.headers.isEmpty || settings.tokenCommand != nil
            || SettingKey.allCases.contains { $0.isSecret && settings[keyPath: $0.path] != nil }
    }
}

extension OAuthClient {
    fileprivate var tree: ValueTree {
        var tree: ValueTree = [
            "grant": .string(grant.rawValue), "client-id": .string(clientID), "token-url": .string(tokenURL),
        ]
        if let deviceURL { tree["device-url"] = .string(deviceURL) }
        switch clientSecret {
        case nil: break
        case .secret(let secret): tree["client-secret"] = .string(secret.value)
        case .file(let path): tree["client-secret-file"] = .string(path)
        }
        if !scopes.isEmpty { tree["scopes"] = .array(scopes.map { .string($0) }) }
        if let audience { tree["audience"] = .string(audience) }
        return tree
    }
}
