extension ConnectionSettings {
    private static let credentialKeys: [SettingKey] = [
        .token, .tokenFile, .username, .password, .passwordFile, .apiKey, .apiKeyFile,
    ]

    /// Whether it says who asks.
    private var namesCredentials: Bool {
        tokenCommand != nil || oauth != nil || usesServiceAccount == true
            || Self.credentialKeys.contains { self[keyPath: $0.path] != nil }
    }

    /// Takes over what `other` says; its credentials replace all of ours, since two ways contradict each other.
    package mutating func adopt(_ other: ConnectionSettings) {
        if other.namesCredentials {
            for key in Self.credentialKeys { self[keyPath: key.path] = nil }
            (tokenCommand, oauth, usesServiceAccount) = (nil, nil, nil)
        }
        for key in SettingKey.allCases { self[keyPath: key.path] = other[keyPath: key.path] ?? self[keyPath: key.path] }
        for key in SwitchKey.allCases { self[keyPath: key.path] = other[keyPath: key.path] ?? self[keyPath: key.path] }
        tokenCommand = other.tokenCommand ?? tokenCommand
        oauth = other.oauth ?? oauth
        if !other.headers.isEmpty { headers = other.headers }
    }

    /// Files count from the folder of whoever names them, also when they are used from elsewhere.
    package mutating func makePathsAbsolute(in folder: String) {
        func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(folder)/\(path)" }
        for key in SettingKey.allCases where key.isPath {
            self[keyPath: key.path] = self[keyPath: key.path].map(absolute)
        }
        if case .file(let path)? = oauth?.clientSecret { oauth?.clientSecret = .file(absolute(path)) }
    }
}
