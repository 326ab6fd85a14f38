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
        guard let server = server(environment) else { return nil }
        guard try read("token", readFile) != nil else { throw .notInCluster("'\(folder)/token' is missing") }
        var user = KubeUser()
        user.tokenFile = folder + "/token"
        var cluster = KubeCluster()
        cluster.server = server
        if try read("ca.crt", readFile) != nil { cluster.certificateAuthority = .file(folder + "/ca.crt") }
        return KubeConnection(clusterName: "in-cluster", cluster: cluster, server: server, user: user)
    }

    /// The namespace of this pod, as client-go looks for it; nil outside of one.
    /// - Parameter readFile: answers nil for a file that is not there.
    static func namespace(environment: [String: String], readFile: (String) throws -> [UInt8]?) -> Setting<String>? {
        func isThere(_ path: String) -> Bool { do { return try readFile(path) != nil } catch { return true } }
        guard server(environment) != nil, isThere(folder + "/token") else { return nil }
        if let name = environment["POD_NAMESPACE"], !name.isEmpty {
            return Setting(name, from: .variable("POD_NAMESPACE"))
        }
        // kubectl goes on with "default" when it cannot read the file, and so do we.
        let path = folder + "/namespace"
        guard let bytes = try? readFile(path),
            let name = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
        else { return nil }
        return Setting(String(name), from: .file(path))
    }

    private static func server(_ environment: [String: String]) -> String? {
        guard let host = environment["KUBERNETES_SERVICE_HOST"], !host.isEmpty,
            let port = environment["KUBERNETES_SERVICE_PORT"], !port.isEmpty
        else { return nil }
        return "https://\(host.contains(":") ? "[\(host)]" : host):\(port)"
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
