/// The credentials that every pod finds in its file system.
///
///     /var/run/secrets/kubernetes.io/serviceaccount/token        replaced while the pod runs
///     /var/run/secrets/kubernetes.io/serviceaccount/ca.crt
///     /var/run/secrets/kubernetes.io/serviceaccount/namespace
package enum KubeServiceAccount {
    private static let folder = "/var/run/secrets/kubernetes.io/serviceaccount"

    /// The cluster around this pod; nil outside of one.
    /// - Parameter readFile: answers nil for a file that is not there.
    package static func connection(
        environment: [String: String], readFile: (String) throws -> [UInt8]?
    ) throws(KubeConfigurationError) -> KubeConnection? {
        guard let host = environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty,
            let port = environment["KUBERNETES_SERVICE_PORT"], !port.isEmpty
        else { return nil }
        let server = "https://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        guard try read("token", readFile) != nil else { throw .notInCluster("'\(folder)/token' is missing") }
        var user = KubeUser()
        user.tokenFile = folder + "/token"
        var cluster = KubeCluster()
        cluster.server = server
        if try read("ca.crt", readFile) != nil { cluster.certificateAuthority = .file(folder + "/ca.crt") }
        let namespace = try read("namespace", readFile).map { String(decoding: $0, as: UTF8.self) }?
            .split(whereSeparator: \.isWhitespace).first.map(String.init)
        return KubeConnection(
            context: nil, clusterName: "in-cluster", cluster: cluster, server: server, userName: nil, user: user,
            namespace: namespace)
    }

    private static func read(
        _ name: String, _ readFile: (String) throws -> [UInt8]?
    ) throws(KubeConfigurationError) -> [UInt8]? {
        do {
            return try readFile("\(folder)/\(name)")
        } catch {
            throw .notInCluster("'\(folder)/\(name)': \(error)")
        }
    }
}
