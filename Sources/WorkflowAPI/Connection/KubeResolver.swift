/// Turns a kubeconfig, or the pod we are in, into the settings below all others.
struct KubeResolver {
    let layers: [SettingLayer]
    let environment: [String: String]
    let exists: (String) -> Bool
    let readFile: (String) throws -> [UInt8]

    /// nil where the settings name an API server themselves: then no kubeconfig is read, and none of its secrets sent.
    func layer() throws(ConfigurationError) -> SettingLayer? {
        guard setting(.server) == nil else { return nil }
        do throws(KubeConfigurationError) {
            return try layer(of: try connection())
        } catch { throw .kubeconfig(error) }
    }

    private func connection() throws(KubeConfigurationError) -> KubeConnection {
        let files = KubeconfigFiles(flag: setting(.kubeconfig)?.value, environment: environment)
        let read = { (path: String) in exists(path) ? try readFile(path) : nil }
        let configuration = try files.load(read)
        var selection = KubeSelection()
        selection.context = setting(.kubeContext)
        selection.cluster = setting(.kubeCluster)?.value
        selection.user = setting(.kubeUser)?.value
        if configuration.isEmpty {
            guard selection == KubeSelection(),
                let pod = try KubeServiceAccount.connection(environment: environment, readFile: read)
            else { throw .empty(paths: files.paths) }
            return pod
        }
        return try configuration.connection(selection)
    }

    private func layer(of connection: KubeConnection) throws(KubeConfigurationError) -> SettingLayer {
        let name = connection.context.map { "context '\($0.name)'" } ?? "cluster '\(connection.clusterName)'"
        var settings = ConnectionSettings()
        settings.server = connection.server
        settings.namespace = connection.namespace
        settings.tlsServerName = connection.cluster.tlsServerName
        settings.proxyURL = connection.cluster.proxyURL
        settings.skipsVerification = connection.cluster.skipsVerification ? true : nil
        let user = connection.user
        settings.actsAs = user.impersonation.user
        settings.actsAsGroups = user.impersonation.groups
        settings.actsAsUID = user.impersonation.uid
        var layer = SettingLayer(context: settings, .kubeconfig(name))
        // One way to prove oneself, in the order of kubectl.
        if let file = user.tokenFile {
            layer.settings.tokenFile = file
        } else if let token = user.token {
            layer.settings.token = token.value
        } else if let program = user.exec {
            layer.plugin = ExecPlugin(program, cluster: program.providesClusterInfo ? connection.cluster : nil)
        } else if let username = user.username {
            layer.settings.username = username
            layer.settings.password = user.password?.value
        } else if let provider = user.authProvider {
            throw .authProvider(provider, user: connection.userName ?? "")
        }
        layer.materials[.certificateAuthority] = connection.cluster.certificateAuthority.map(PEM.init)
        layer.materials[.clientCertificate] = user.clientCertificate.map(PEM.init)
        layer.materials[.clientKey] = user.clientKey.map(PEM.init)
        return layer
    }

    private func setting(_ key: SettingKey) -> Setting<String>? { layers.lazy.compactMap { $0[key] }.first }
}

extension PEM {
    init(_ material: KubeMaterial) {
        switch material {
        case .file(let path): self = .file(path)
        case .bytes(let bytes): self = .text(bytes)
        }
    }
}
