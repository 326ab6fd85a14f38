/// What one place says about where workflows live: the command line, the variables, or a context. nil and empty say nothing.
package struct ConnectionSettings: Sendable, Equatable {
    /// `--backend`
    package var backend: BackendKind?
    /// `--local`
    package var isLocal = false
    /// `--context`: the name of a context in the configuration file.
    package var context: String?
    /// `--no-config`: there is no configuration file.
    package var ignoresContexts = false
    /// `-s`, `--server`: `host:port`, a URL, or `unix:///path`.
    package var server: String?
    /// `-n`
    package var namespace: String?
    /// `--argo-base-href`: a path before `/api/v1`.
    package var baseHref: String?
    /// `-e`, `--secure`
    package var secure: Bool?

    package var token: String?
    /// What standard input held, with `--token-stdin`.
    package var tokenFromInput: String?
    package var tokenFile: String?
    package var tokenCommand: TokenCommand?
    package var username: String?
    package var password: String?
    package var passwordFile: String?
    package var apiKey: String?
    package var apiKeyFile: String?
    /// The header that carries the API key.
    package var apiKeyHeader: String?
    /// The token that Kubernetes gives to a pod.
    package var usesServiceAccount: Bool?
    package var oauth: OAuthClient?
    /// `-H`, each `Name: value`.
    package var headers: [String] = []

    /// `-k`, `--insecure-skip-verify`
    package var skipsVerification: Bool?
    package var certificateAuthority: String?
    package var clientCertificate: String?
    package var clientKey: String?
    package var tlsServerName: String?
    package var proxyURL: String?

    package var kubeconfig: String?
    package var kubeContext: String?
    /// `--cluster`, `--user`: of the kubeconfig, instead of the context's own.
    package var kubeCluster: String?
    package var kubeUser: String?
    /// `--as`, `--as-group`, `--as-uid`
    package var impersonation = KubeImpersonation()

    /// Zero waits for ever.
    package var requestTimeout: Duration?
    /// `--retries`
    package var retries: Int?
    /// `--no-retry`
    package var refusesRetries = false
    package var instanceID: String?

    package init() {}
}
