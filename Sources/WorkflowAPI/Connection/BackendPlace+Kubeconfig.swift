extension BackendPlace {
    /// What a kubeconfig adds to the layers: nothing where the backend is no cluster, or where its address is known
    /// without one. A kubeconfig's credentials are meant for its own servers.
    func kubeLayer(
        _ layers: [SettingLayer], _ settings: ConnectionSettings, _ lookup: KubeLookup
    ) throws(ConfigurationError) -> KubeLayer? {
        guard kind == .kubernetes else {
            if let flag = settings.clusterFlags.first { throw .pointless(.flag(flag), without: "--backend kubernetes") }
            return nil
        }
        for (flag, values) in settings.impersonation.flags {
            if let value = values.first(where: { value in value.utf8.contains { $0 < 0x20 || $0 == 0x7F } }) {
                throw .invalid(.flag(flag), value: value, expected: "one line without control characters")
            }
        }
        let file = layers.lazy.compactMap { $0[.kubeconfig] }.first?.value
        var selection = KubeSelection()
        if let kubeContext, let other = settings.kubeContext, other != kubeContext.value {
            throw .contradiction(kubeContext.source, .flag("--kube-context"))
        }
        selection.context = kubeContext ?? layers.lazy.compactMap { $0[.kubeContext] }.first
        selection.cluster = settings.kubeCluster
        selection.user = settings.kubeUser
        selection.impersonation = settings.impersonation
        let server = layers.lazy.compactMap { $0[.server] }.first?.value
        do throws(KubeConfigurationError) {
            if let server, file == nil, selection.namesNothing {
                let connection = try KubeConnection(server: server).impersonating(selection.impersonation)
                return KubeLayer(connection: connection, podNamespace: lookup.podNamespace)
            }
            let connection = try lookup.connection(selection, file: file)
            return KubeLayer(connection: connection, podNamespace: lookup.podNamespace)
        } catch { throw .kubeconfig(error) }
    }
}

extension ConnectionSettings {
    /// The flags that were given and mean nothing outside of a cluster.
    package var clusterFlags: [String] {
        let given = [
            ("--kubeconfig", kubeconfig != nil), ("--kube-context", kubeContext != nil),
            ("--cluster", kubeCluster != nil), ("--user", kubeUser != nil), ("--as", impersonation.user != nil),
            ("--as-group", !impersonation.groups.isEmpty), ("--as-uid", impersonation.uid != nil),
        ]
        return given.filter(\.1).map(\.0)
    }
}

extension KubeImpersonation {
    /// What the options say, by their names.
    fileprivate var flags: [(name: String, values: [String])] {
        [("--as", user.map { [$0] } ?? []), ("--as-group", groups), ("--as-uid", uid.map { [$0] } ?? [])]
    }
}
