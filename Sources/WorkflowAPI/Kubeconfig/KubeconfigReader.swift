import DocumentKit

/// Reads one kubeconfig file. Keys that it does not know are passed over, as kubectl does.
///
/// ```
/// apiVersion: v1
/// kind: Config
/// current-context: dev
/// clusters:
/// - name: lab
///   cluster: {server: "https://10.0.0.1:6443", certificate-authority: ca.pem}     relative to this file
/// users:
/// - name: me
///   user: {tokenFile: token}
/// contexts:
/// - name: dev
///   context: {cluster: lab, user: me, namespace: argo}
/// ```
package struct KubeconfigReader {
    let path: String
    /// What relative paths are relative to, with a slash at its end; empty for the working folder.
    let folder: String

    package init(path: String) {
        self.path = path
        folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// An empty file is a configuration that says nothing.
    package func read(_ bytes: [UInt8]) throws(KubeConfigurationError) -> KubeConfiguration {
        let documents: [Document]
        do throws(DocumentError) {
            documents = try YAMLReader.readAll(bytes)
        } catch {
            throw .malformed(path: path, error.position, error.message)
        }
        guard let root = documents.first?.root, !root.isNull else { return KubeConfiguration() }
        if documents.count > 1 { throw error(documents[1].root, "expected one document, this is the second") }
        guard root.kind == .object else { throw error(root, "expected a kubeconfig, found \(root.kind.described)") }
        if let kind = try text(root, "kind"), kind != "Config" {
            throw error(root["kind"] ?? root, "expected the kind 'Config', found '\(kind)'")
        }
        var configuration = KubeConfiguration()
        configuration.clusters = try entries(root, "clusters", "cluster", read: cluster)
        configuration.users = try entries(root, "users", "user", read: user)
        configuration.contexts = try entries(root, "contexts", "context", read: context)
        configuration.currentContext = try text(root, "current-context")
        return configuration
    }

    /// The entries of a list; of a name that stands there twice the first one counts. What is wrong within one is kept
    /// for who chooses it, and one without a name cannot be chosen.
    private func entries<Value>(
        _ root: DocumentValue, _ list: String, _ key: String,
        read: (DocumentValue) throws(KubeConfigurationError) -> Value
    ) throws(KubeConfigurationError) -> [KubeEntry<Value>] {
        guard let values = root[list], !values.isNull else { return [] }
        guard values.kind == .array else { throw error(values, "expected a list, found \(values.kind.described)") }
        var entries: [KubeEntry<Value>] = []
        for value in values.elements {
            guard value.kind == .object else {
                throw error(value, "expected a \(key), found \(value.kind.described)")
            }
            guard let name = try text(value, "name"), entries.entry(name) == nil else { continue }
            let body = value[key].flatMap { $0.isNull ? nil : $0 } ?? ValueTree.object([:]).document().root
            let reading = Result { () throws(KubeConfigurationError) in
                guard body.kind == .object else {
                    throw error(body, "expected an object, found \(body.kind.described)")
                }
                return try read(body)
            }
            entries.append(KubeEntry(name: name, reading: reading, file: path))
        }
        return entries
    }

    private func cluster(_ value: DocumentValue) throws(KubeConfigurationError) -> KubeCluster {
        var cluster = KubeCluster()
        cluster.server = try text(value, "server")
        cluster.certificateAuthority = try material(value, "certificate-authority")
        cluster.skipsVerification = try flag(value, "insecure-skip-tls-verify")
        cluster.tlsServerName = try text(value, "tls-server-name")
        cluster.proxyURL = try text(value, "proxy-url")
        cluster.disablesCompression = try flag(value, "disable-compression")
        // extensions: [{name: client.authentication.k8s.io/exec, extension: {audience: lab}}]
        let extensions = try list(value, "extensions")
        let forPlugins = extensions.first { $0["name"]?.string == "client.authentication.k8s.io/exec" }
        cluster.pluginConfiguration = forPlugins?["extension"]?.tree
        return cluster
    }

    private func context(_ value: DocumentValue) throws(KubeConfigurationError) -> KubeContext {
        KubeContext(
            cluster: try text(value, "cluster"), user: try text(value, "user"), namespace: try text(value, "namespace"))
    }

    // MARK: Fields

    func error(_ value: DocumentValue, _ message: String) -> KubeConfigurationError {
        .malformed(path: path, value.position, message)
    }

    /// A text; numbers and booleans as they are spelled, nothing at all for null and the empty text.
    func text(_ value: DocumentValue, _ key: String) throws(KubeConfigurationError) -> String? {
        guard let member = value[key], !member.isNull else { return nil }
        guard let text = member.scalarText else {
            throw error(member, "'\(key)': expected a text, found \(member.kind.described)")
        }
        return text.isEmpty ? nil : text
    }

    func flag(_ value: DocumentValue, _ key: String) throws(KubeConfigurationError) -> Bool {
        guard let member = value[key], !member.isNull else { return false }
        guard let flag = member.bool else {
            throw error(member, "'\(key)': expected true or false, found \(member.kind.described)")
        }
        return flag
    }

    func list(_ value: DocumentValue, _ key: String) throws(KubeConfigurationError) -> DocumentElements {
        let member = value[key]
        guard member == nil || member?.isNull == true || member?.kind == .array else {
            throw error(member ?? value, "'\(key)': expected a list")
        }
        return (member ?? value).elements
    }

    /// `KEY-data` in base64, else the path `KEY`.
    func material(_ value: DocumentValue, _ key: String) throws(KubeConfigurationError) -> PEM? {
        if let data = try text(value, key + "-data") {
            guard let bytes = Base64.decoded(data) else {
                throw error(value[key + "-data"] ?? value, "'\(key)-data': expected base64")
            }
            return .text(bytes)
        }
        return try text(value, key).map { .file(absolute($0)) }
    }

    func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }
}
