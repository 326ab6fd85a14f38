import ArgumentKit
import WorkflowAPI

/// The options that say where workflows live, who asks, and whom to trust.
extension GlobalOptions {
    static var placeOptions: [Argument<Self>] {
        [
            option(
                \.connection.server, "server", "s", value: "address",
                help: "Server, as host:port, URL or unix:///path (ARGO_SERVER)"
            ).aliases("argo-server"),
            option(
                \.connection.namespace, "namespace", "n", value: "name", completion: .dynamic("namespaces"),
                help: "Namespace to work in (ARGO_NAMESPACE)"),
            option(
                \.connection.context, "context", value: "name", completion: .dynamic("contexts"),
                help: "Context of the configuration file (WFCTL_CONTEXT)"),
            flag(\.connection.ignoresContexts, "no-config", help: "Read no configuration file"),
            flag(\.connection.isLocal, "local", help: "Work on this machine, without a server"),
            option(
                \.connection.backend, "backend", value: "kind",
                help: "Kind of place where workflows live (WFCTL_BACKEND)"),
            option(
                \.connection.baseHref, "argo-base-href", value: "path", help: "Path before /api/v1 (ARGO_BASE_HREF)"),
            flag(
                \.connection.secure, "secure", "e", help: "Talk TLS unless the address says otherwise (ARGO_SECURE)"),
        ]
    }

    static var credentialOptions: [Argument<Self>] {
        [
            option(
                \.connection.tokenFile, "token-file", value: "file", completion: .file(),
                help: "File that holds the token (WFCTL_TOKEN_FILE)"),
            flag(\.readsToken, "token-stdin", help: "Read the token from standard input"),
            option(
                \.connection.tokenCommand, "token-command", value: "command",
                help: "Shell command that prints the token (WFCTL_TOKEN_COMMAND)"),
            option(
                \.connection.token, "token", value: "token",
                help: "The token itself (ARGO_TOKEN); other users of the machine can see it here"),
            option(
                \.connection.username, "username", value: "name",
                help: "User name for basic authentication, its password in WFCTL_PASSWORD or --password-file"),
            option(
                \.connection.passwordFile, "password-file", value: "file", completion: .file(),
                help: "File that holds the password"),
            option(
                \.connection.apiKeyFile, "api-key-file", value: "file", completion: .file(),
                help: "File that holds an API key; WFCTL_API_KEY holds one itself"),
            option(
                \.connection.apiKeyHeader, "api-key-header", value: "name",
                help: "Header that carries the API key, X-API-Key if not given"),
            flag(
                \.connection.usesServiceAccount, "service-account", help: "Use the token that Kubernetes gives to a pod"
            ),
            option(\.connection.headers, "header", "H", value: "name: value", help: "Header to send along"),
            refused(
                "password", value: "password", reason: "others could see it; use --password-file or WFCTL_PASSWORD"),
            refused("api-key", value: "key", reason: "others could see it; use --api-key-file or WFCTL_API_KEY"),
        ]
    }

    static var trustOptions: [Argument<Self>] {
        let certificates = Completion.file(extensions: ["pem", "crt"])
        return [
            flag(
                \.connection.skipsVerification, "insecure-skip-verify", "k",
                help: "Accept any certificate (ARGO_INSECURE_SKIP_VERIFY)"
            ).aliases("insecure-skip-tls-verify"),
            option(
                \.connection.certificateAuthority, "certificate-authority", value: "file", completion: certificates,
                help: "Certificates to trust instead of the system's (ARGO_CERTIFICATE_AUTHORITY)"),
            option(
                \.connection.clientCertificate, "client-certificate", value: "file", completion: certificates,
                help: "Certificate that proves who asks"),
            option(
                \.connection.clientKey, "client-key", value: "file",
                completion: .file(extensions: ["pem", "key"]), help: "Key of that certificate"),
            option(
                \.connection.tlsServerName, "tls-server-name", value: "name",
                help: "Name in the server's certificate, where it is not the address's"),
            option(
                \.connection.proxyURL, "proxy-url", value: "url",
                help: "Proxy for every connection, in place of http_proxy and https_proxy"),
        ]
    }

    static var kubernetesOptions: [Argument<Self>] {
        [
            option(
                \.connection.kubeconfig, "kubeconfig", value: "file", completion: .file(),
                help: "Kubernetes configuration file, in place of KUBECONFIG"),
            option(\.connection.kubeContext, "kube-context", value: "name", help: "Context of the kubeconfig"),
            option(\.connection.kubeCluster, "cluster", value: "name", help: "Cluster of the kubeconfig"),
            option(\.connection.kubeUser, "user", value: "name", help: "User of the kubeconfig"),
            option(\.connection.impersonation.user, "as", value: "user", help: "User to act as, in Kubernetes"),
            option(\.connection.impersonation.groups, "as-group", value: "group", help: "Group to act as a member of"),
            option(\.connection.impersonation.uid, "as-uid", value: "uid", help: "UID to act with"),
        ]
    }

    static var requestOptions: [Argument<Self>] {
        [
            option(
                \.connection.requestTimeout, "request-timeout", value: "duration",
                help: "How long an answer may take, retries included, 30s if not given; 0 waits for ever. A submission "
                    + "whose answer is lost may take ten seconds more, to be looked for"),
            option(
                \.connection.retries, "retries", value: "n",
                help: "Further tries of a request that may yet succeed, 5 if not given"
            ).within(0...100),
            flag(
                \.connection.refusesRetries, "no-retry",
                help: "Try every request once; a watch or a followed log that breaks off is not taken up again"),
            option(
                \.connection.instanceID, "instanceid", value: "id", help: "Refused: a server adds its own"
            ).hidden(),
            flag(\.usesHTTP1, "argo-http1", help: "The only way wfctl talks; accepted for argo's sake").hidden(),
        ]
    }
}
