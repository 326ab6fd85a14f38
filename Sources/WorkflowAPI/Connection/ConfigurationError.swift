/// Why no backend could be chosen. Values that may hold secrets are not in here.
package enum ConfigurationError: Error, Equatable, Sendable {
    case nothingConfigured
    /// A backend was named that needs a server, and there is none.
    case noServer(for: BackendKind, SettingSource)
    case contradiction(SettingSource, SettingSource)
    /// One place says both, by the options' names without dashes.
    case selfContradiction(SettingSource, String, String)
    /// Something else has to be said along with it.
    case incomplete(SettingSource, missing: String)
    /// It has no effect without something else.
    case pointless(SettingSource, without: String)
    case unknownContext(String, SettingSource, known: [String])
    /// The configuration file cannot be read, or is not one.
    case contexts(path: String, reason: String)
    case invalid(SettingSource, value: String, expected: String)
    case server(SettingSource, ServerAddressProblem)
    case token(SettingSource, TokenProblem)
    case header(HeaderProblem)
    case unreadable(SettingSource, path: String, reason: String)
    /// The file holds nothing that could be used.
    case useless(SettingSource, path: String, expected: String)
    case instanceID(SettingSource, BackendKind)
    /// OAuth where anybody could answer for its server.
    case unsafeLogin(SettingSource)
    case kubeconfig(KubeConfigurationError)
    /// A kubeconfig's user is known by a plugin that was built into clients of old.
    case builtInPlugin(SettingSource, String)
}

/// What is wrong with a server's address.
package enum ServerAddressProblem: Error, Equatable, Sendable {
    case empty
    case scheme(String)
    case userInfo
    case host
    case bareIPv6
    case zone
    case socket
    case port(String)
    case queryOrFragment
    case path
}

/// What is wrong with a token; never the token.
package enum TokenProblem: Error, Equatable, Sendable {
    case empty
    case schemeOnly(String)
    case unprintable
}

/// What is wrong with a `-H`; never its value.
package enum HeaderProblem: Equatable, Sendable {
    case noColon
    case badName(String)
    case badValue(String)
    case reserved(String)
}
