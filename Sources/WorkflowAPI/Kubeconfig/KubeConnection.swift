/// One cluster, one user and a namespace: what a kubeconfig means once somebody has chosen.
package struct KubeConnection: Sendable, Equatable {
    /// The context that was chosen; nil within a pod, and where a cluster was named without one.
    package var contextName: String?
    package var clusterName: String
    package var cluster: KubeCluster
    package var server: String
    package var userName: String?
    package var user: KubeUser
    package var namespace: String?
}

extension KubeConnection {
    /// A cluster of which nothing but its address is known.
    init(server: String) {
        self.init(clusterName: server, cluster: KubeCluster(), server: server, user: KubeUser())
    }

    /// The same, acting as the command line says, and where it says nothing as the kubeconfig does: as in kubectl every
    /// part is replaced by itself.
    func impersonating(_ asked: KubeImpersonation) throws(KubeConfigurationError) -> KubeConnection {
        var connection = self
        connection.user.impersonation.replace(with: asked)
        let acting = connection.user.impersonation
        guard acting.user == nil, !acting.isEmpty else { return connection }
        func field(_ name: String) -> SettingSource { .kubeconfig("user \(userName ?? ""): \(name)") }
        var tellers: [SettingSource] = []
        if !acting.groups.isEmpty { tellers.append(asked.groups.isEmpty ? field("as-groups") : .flag("--as-group")) }
        if acting.uid != nil { tellers.append(asked.uid == nil ? field("as-uid") : .flag("--as-uid")) }
        if !acting.extra.isEmpty { tellers.append(field("as-user-extra")) }
        throw .impersonatesNobody(tellers)
    }
}

/// What the command line says about a kubeconfig.
package struct KubeSelection: Sendable, Equatable {
    /// `--context`, or what a context of wfctl points at.
    package var context: Setting<String>?
    /// `--cluster`
    package var cluster: String?
    /// `--user`
    package var user: String?
    /// `--as`, `--as-group`, `--as-uid`
    package var impersonation = KubeImpersonation()

    package init() {}
}

extension KubeConfiguration {
    /// The connection that a selection means; what it leaves open is the current context's.
    package func connection(_ selection: KubeSelection) throws(KubeConfigurationError) -> KubeConnection {
        let context = try context(selection)
        let parts = try context?.value
        guard let clusterName = selection.cluster ?? parts?.cluster else {
            throw .noCluster(context: context?.name ?? "")
        }
        let asker = { (flag: String, isGiven: Bool) in isGiven ? flag : "context \(context?.name ?? "")" }
        guard let cluster = try clusters.entry(clusterName)?.value else {
            throw .unknown(
                "cluster", clusterName, askedBy: asker("--cluster", selection.cluster != nil),
                known: clusters.map(\.name).sorted())
        }
        guard let server = cluster.server else { throw .noServer(cluster: clusterName) }
        let userName = selection.user ?? parts?.user
        var user = KubeUser()
        if let userName {
            guard let entry = users.entry(userName) else {
                throw .unknown(
                    "user", userName, askedBy: asker("--user", selection.user != nil), known: users.map(\.name).sorted()
                )
            }
            user = try entry.value
        }
        return try KubeConnection(
            contextName: context?.name, clusterName: clusterName, cluster: cluster, server: server, userName: userName,
            user: user, namespace: parts?.namespace
        ).impersonating(selection.impersonation)
    }

    /// nil where a cluster is named and there is no context to go with it.
    private func context(_ selection: KubeSelection) throws(KubeConfigurationError) -> KubeEntry<KubeContext>? {
        guard let name = selection.context?.value ?? currentContext else {
            if selection.cluster != nil { return nil }
            throw .noCurrentContext(known: contexts.map(\.name).sorted())
        }
        guard let entry = contexts.entry(name) else {
            throw .unknown(
                "context", name, askedBy: selection.context?.source.description ?? "current-context",
                known: contexts.map(\.name).sorted())
        }
        return entry
    }
}
