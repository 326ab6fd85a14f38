/// The variables that describe a connection: `WFCTL_X` before `ARGO_X`; an empty one counts as unset.
struct ConnectionEnvironment: Sendable, Equatable {
    private let variables: [String: String]

    init(_ variables: [String: String]) { self.variables = variables }

    /// The same without what is said of Argo Servers: their secrets and paths are nothing to a cluster.
    var ofClusters: ConnectionEnvironment {
        let kept: Set = ["ARGO_KUBECONFIG", "ARGO_KUBE_CONTEXT", "ARGO_INSTANCEID", "ARGO_NAMESPACE"]
        return ConnectionEnvironment(variables.filter { !$0.key.hasPrefix("ARGO_") || kept.contains($0.key) })
    }

    subscript(_ name: String) -> Setting<String>? {
        for prefix in ["WFCTL_", "ARGO_"] {
            if let value = variables[prefix + name], !value.isEmpty {
                return Setting(value, from: .variable(prefix + name))
            }
        }
        return nil
    }

    /// A variable of wfctl alone.
    func own(_ name: String) -> Setting<String>? {
        self[name].flatMap { $0.source == .variable("WFCTL_" + name) ? $0 : nil }
    }

    func boolean(_ name: String) throws(ConfigurationError) -> Setting<Bool>? {
        guard let text = self[name] else { return nil }
        guard let value = GoBoolean.parse(text.value) else {
            throw .invalid(text.source, value: text.value, expected: "true or false")
        }
        return Setting(value, from: text.source)
    }
}
