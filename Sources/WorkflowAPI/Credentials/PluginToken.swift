import DocumentKit
import WorkflowModel

/// Has credentials from a plugin of Kubernetes, which prints an `ExecCredential`.
///
/// ```json
/// {"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",
///  "status": {"token": "eyJh…", "expirationTimestamp": "2026-01-02T04:04:05Z",
///             "clientCertificateData": "-----BEGIN CERTIFICATE-----…", "clientKeyData": "-----BEGIN EC…"}}
/// ```
struct PluginToken: Sendable {
    let plugin: ExecPlugin
    let origin: String
    let world: CredentialWorld

    static let timeout = Duration.seconds(300)

    func issue() async throws -> IssuedCredential {
        guard plugin.interactiveMode != .always || world.isInteractive else {
            throw BackendError.unauthenticated(
                "\(origin): '\(plugin.command)' wants to ask something, and nobody is there")
        }
        var call = ProgramCall([plugin.command] + plugin.arguments, timeout: Self.timeout)
        call.isInteractive = plugin.interactiveMode != .never && world.isInteractive
        for variable in plugin.variables { call.variables[variable.name] = Secret(variable.value) }
        call.variables["KUBERNETES_EXEC_INFO"] = Secret(information(isInteractive: call.isInteractive))
        let name = plugin.command.split(separator: "/").last.map(String.init) ?? plugin.command
        let result = try await world.run(call)
        let output = try ProgramOutput(name: name, origin: origin, installHint: plugin.installHint).read(result)
        let credential = try status(in: output, of: name)
        try world.present(credential.identity)
        return credential.issued
    }

    /// What the plugin is told of us and of the cluster.
    private func information(isInteractive: Bool) -> String {
        var information: ValueTree = [
            "apiVersion": .string(plugin.version.rawValue), "kind": "ExecCredential",
            "spec": ["interactive": .bool(isInteractive)],
        ]
        if let cluster = plugin.cluster, let told = try? JSONReader.read(Array(cluster.utf8)).root.tree {
            information[path: "spec", "cluster"] = told
        }
        return JSONWriter.text(information.document().root, style: .compact)
    }

    private func status(
        in output: [UInt8], of name: String
    ) throws(BackendError) -> (issued: IssuedCredential, identity: ClientIdentity?) {
        func problem(_ text: String) -> BackendError { .unauthenticated("\(origin): '\(name)' \(text)") }
        guard let root = try? JSONReader.read(output).root, root["kind"]?.string == "ExecCredential" else {
            throw problem("printed no ExecCredential")
        }
        guard root["apiVersion"]?.string == plugin.version.rawValue else {
            throw problem("speaks another version than \(plugin.version.rawValue)")
        }
        var issued = IssuedCredential()
        if let text = root["status"]?["expirationTimestamp"]?.string {
            guard let expiry = Timestamp(rfc3339: text) else { throw problem("gave a time that is none") }
            issued.expiry = expiry
        }
        if let token = root["status"]?["token"]?.string, !token.isEmpty {
            guard token.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) else {
                throw problem("gave a token that no header may hold")
            }
            issued.header = HTTPRequest.Header("Authorization", "Bearer " + token)
        }
        let certificate = root["status"]?["clientCertificateData"]?.string
        let key = root["status"]?["clientKeyData"]?.string
        guard (certificate == nil) == (key == nil) else {
            throw problem("gave a certificate or a key without the other")
        }
        var identity: ClientIdentity?
        if let certificate, let key {
            identity = ClientIdentity(certificate: .text(Array(certificate.utf8)), key: .text(Array(key.utf8)))
        }
        guard issued.header != nil || identity != nil else { throw problem("gave neither a token nor a certificate") }
        return (issued, identity)
    }
}
