/// A setting that is a text, by the name it has as an option, as a variable and in a context.
///
/// ```
/// --token-file FILE        WFCTL_TOKEN_FILE, ARGO_TOKEN_FILE        token-file: FILE
/// ```
package enum SettingKey: String, Sendable, CaseIterable {
    case server, namespace
    case baseHref = "argo-base-href"
    case token
    case tokenFromInput = "token-stdin"
    case tokenFile = "token-file"
    case username, password
    case passwordFile = "password-file"
    case apiKey = "api-key"
    case apiKeyFile = "api-key-file"
    case apiKeyHeader = "api-key-header"
    case certificateAuthority = "certificate-authority"
    case clientCertificate = "client-certificate"
    case clientKey = "client-key"
    case tlsServerName = "tls-server-name"
    case proxyURL = "proxy-url"
    case kubeconfig
    case kubeContext = "kube-context"
    case instanceID = "instanceid"

    /// Its variable, after `WFCTL_` or `ARGO_`.
    var variable: String {
        self == .baseHref ? "BASE_HREF" : rawValue.uppercased().replacing("-", with: "_")
    }

    /// Whether nobody may read its value.
    package var isSecret: Bool { self == .token || self == .tokenFromInput || self == .password || self == .apiKey }

    /// Whether it names a file.
    var isPath: Bool {
        switch self {
        case .tokenFile, .passwordFile, .apiKeyFile, .certificateAuthority, .clientCertificate, .clientKey, .kubeconfig:
            true
        default: false
        }
    }

    /// Whether a context may hold it.
    package var isStored: Bool { self != .tokenFromInput && self != .instanceID }

    package var path: WritableKeyPath<ConnectionSettings, String?> {
        switch self {
        case .server: \.server
        case .namespace: \.namespace
        case .baseHref: \.baseHref
        case .token: \.token
        case .tokenFromInput: \.tokenFromInput
        case .tokenFile: \.tokenFile
        case .username: \.username
        case .password: \.password
        case .passwordFile: \.passwordFile
        case .apiKey: \.apiKey
        case .apiKeyFile: \.apiKeyFile
        case .apiKeyHeader: \.apiKeyHeader
        case .certificateAuthority: \.certificateAuthority
        case .clientCertificate: \.clientCertificate
        case .clientKey: \.clientKey
        case .tlsServerName: \.tlsServerName
        case .proxyURL: \.proxyURL
        case .kubeconfig: \.kubeconfig
        case .kubeContext: \.kubeContext
        case .instanceID: \.instanceID
        }
    }
}

/// A setting that is true or false.
package enum SwitchKey: String, Sendable, CaseIterable {
    case secure
    case skipsVerification = "insecure-skip-verify"
    case usesServiceAccount = "service-account"

    var variable: String { rawValue.uppercased().replacing("-", with: "_") }

    package var path: WritableKeyPath<ConnectionSettings, Bool?> {
        switch self {
        case .secure: \.secure
        case .skipsVerification: \.skipsVerification
        case .usesServiceAccount: \.usesServiceAccount
        }
    }
}
