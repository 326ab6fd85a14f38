extension SettingsReport {
    /// What a kubeconfig says and no option does: bytes in place of files, and whom to act as.
    mutating func addKube(
        _ kube: KubeLayer, _ settings: ConnectionSettings, _ layers: [SettingLayer], _ server: ServerConfiguration?
    ) {
        let (connection, user) = (kube.connection, kube.connection.user)
        if let name = settings.kubeCluster { add("cluster", name, .flag("--cluster")) }
        if let name = settings.kubeUser { add("user", name, .flag("--user")) }
        if case .text? = connection.cluster.certificateAuthority, server?.tls.authority != nil,
            !layers.contains(where: { $0[.certificateAuthority] != nil })
        {
            add("certificate-authority-data", "certificates in the file", kube.source)
        }
        if !layers.contains(where: { $0[.clientCertificate] != nil }) {
            add(user.clientCertificate, as: SettingKey.clientCertificate.rawValue, kube.source)
            add(user.clientKey, as: SettingKey.clientKey.rawValue, kube.source)
        }
        let (acting, asked) = (user.impersonation, settings.impersonation)
        if let name = acting.user { add("as", name, asked.user == nil ? kube.source : .flag("--as")) }
        for group in acting.groups { add("as-group", group, asked.groups.isEmpty ? kube.source : .flag("--as-group")) }
        if let id = acting.uid { add("as-uid", id, asked.uid == nil ? kube.source : .flag("--as-uid")) }
        for extra in acting.extra {
            add("as-user-extra", "\(extra.key): \(extra.values.joined(separator: ", "))", kube.source)
        }
    }

    private mutating func add(_ pem: PEM?, as name: String, _ source: SettingSource) {
        switch pem {
        case nil: break
        case .file(let path): add(name, path, source)
        case .text: add(name + "-data", "***", source)
        }
    }

    /// The proxy that the environment names, where no setting names one.
    mutating func addProxy(_ environment: [String: String], _ server: ServerConfiguration) {
        guard server.tls.proxy == nil, server.tls.unixSocket == nil, let origin = Origin(server.baseURL) else { return }
        let exempt = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        let authority = server.tls.detour?.to ?? origin.authority
        let isExempt = ProxyExemptions(exempt + ",localhost,127.0.0.1,::1").cover(authority)
        let own = server.baseURL.hasPrefix("https:") ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"]
        let names = own + ["all_proxy", "ALL_PROXY"]
        guard !isExempt, let name = names.first(where: { environment[$0]?.isEmpty == false }) else { return }
        add("proxy-url", MaskedURL.text(environment[name] ?? ""), .variable(name))
    }
}
