import WorkflowAPI

extension GlobalOptions {
    /// Those of these options that another command needs to find the same runs as the same person.
    var wayBack: WayBack {
        var way = WayBack()
        addPlace(to: &way)
        addCredentials(to: &way)
        addTrust(to: &way)
        addKubernetes(to: &way)
        return way
    }

    private func addPlace(to way: inout WayBack) {
        way.add("-s", address: connection.server, secretly: "--server")
        way.add("--local", connection.isLocal)
        way.add("--backend", connection.backend?.rawValue)
        way.add("--context", connection.context)
        way.add("--no-config", connection.ignoresContexts)
        way.add("-n", connection.namespace)
        way.add("--argo-base-href", connection.baseHref)
        way.add("--secure", connection.secure)
    }

    private func addCredentials(to way: inout WayBack) {
        way.add("--token-file", connection.tokenFile)
        way.add("--token-stdin", readsToken)
        way.add("--username", connection.username)
        way.add("--password-file", connection.passwordFile)
        way.add("--api-key-file", connection.apiKeyFile)
        way.add("--api-key-header", connection.apiKeyHeader)
        way.add("--service-account", connection.usesServiceAccount)
        // A command and a header may hold what a token is.
        if connection.token != nil { way.secrets.append("--token") }
        if connection.tokenCommand != nil { way.secrets.append("--token-command") }
        if !connection.headers.isEmpty { way.secrets.append("--header") }
    }

    private func addTrust(to way: inout WayBack) {
        way.add("-k", connection.skipsVerification)
        way.add("--certificate-authority", connection.certificateAuthority)
        way.add("--client-certificate", connection.clientCertificate)
        way.add("--client-key", connection.clientKey)
        way.add("--tls-server-name", connection.tlsServerName)
        way.add("--proxy-url", address: connection.proxyURL, secretly: "--proxy-url")
    }

    private func addKubernetes(to way: inout WayBack) {
        way.add("--kubeconfig", connection.kubeconfig)
        way.add("--kube-context", connection.kubeContext)
        way.add("--cluster", connection.kubeCluster)
        way.add("--user", connection.kubeUser)
        way.add("--as", connection.impersonation.user)
        for group in connection.impersonation.groups { way.add("--as-group", group) }
        way.add("--as-uid", connection.impersonation.uid)
    }
}

extension WayBack {
    fileprivate mutating func add(_ option: String, _ value: String?) {
        if let value { options += [option, value] }
    }

    fileprivate mutating func add(_ flag: String, _ value: Bool?) {
        if let value { options.append(value ? flag : flag + "=false") }
    }

    fileprivate mutating func add(_ flag: String, _ isSet: Bool) {
        if isSet { options.append(flag) }
    }

    /// An address can hold a password.
    fileprivate mutating func add(_ option: String, address: String?, secretly name: String) {
        if address?.contains("@") == true { secrets.append(name) } else { add(option, address) }
    }
}
