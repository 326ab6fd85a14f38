/// Finds the cluster that a command means: in kubeconfig files, or around the pod that it runs in.
package struct KubeLookup {
    package var environment: [String: String]
    /// Answers nil for a file that is not there.
    package var readFile: (String) throws -> [UInt8]?

    package init(environment: [String: String], readFile: @escaping (String) throws -> [UInt8]?) {
        self.environment = environment
        self.readFile = readFile
    }

    /// - Parameter file: the one file to look into; nil looks where kubectl does.
    package func connection(
        _ selection: KubeSelection, file: String?
    ) throws(KubeConfigurationError) -> KubeConnection {
        let files = KubeconfigFiles(flag: file, environment: environment)
        let configuration = try files.load(readFile)
        guard configuration.isEmpty else { return try configuration.connection(selection) }
        if !files.isRequired, selection.namesNothing,
            let around = try KubeServiceAccount.connection(environment: environment, readFile: readFile)
        {
            return try around.impersonating(selection.impersonation)
        }
        throw .empty(paths: files.paths)
    }

    /// The namespace of the pod around us, which counts where a kubeconfig names none, too.
    var podNamespace: Setting<String>? { KubeServiceAccount.namespace(environment: environment, readFile: readFile) }
}

extension KubeSelection {
    /// Whether it chooses nothing in a kubeconfig.
    var namesNothing: Bool { context == nil && cluster == nil && user == nil }
}
