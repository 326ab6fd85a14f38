import Foundation

/// A certificate authority for one test, in a temporary folder that goes with it.
package final class TestAuthority: Sendable {
    /// PEM files of a certificate and its key.
    package struct Identity: Sendable {
        package let certificate: String
        package let key: String
        /// Keeps the files where they are.
        fileprivate let authority: TestAuthority
    }

    private let folder: URL
    /// PEM file of the authority itself.
    package var file: String { path("authority.pem") }

    package init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("wfctl-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("", to: "index.txt")
        try write("1000", to: "serial")
        try write(
            """
            [ca]
            default_ca = authority
            [authority]
            database = \(path("index.txt"))
            new_certs_dir = \(folder.path)
            serial = \(path("serial"))
            default_md = sha256
            policy = any
            unique_subject = no
            [any]
            commonName = supplied
            [req]
            distinguished_name = name
            [name]
            """, to: "authority.cnf")
        try OpenSSL.run(
            request(name: "authority", to: file)
                + ["-x509", "-days", "30", "-addext", "basicConstraints=critical,CA:TRUE"])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// An identity signed by this authority, for subject alternative names such as `IP:127.0.0.1` or `DNS:localhost`.
    package func identity(_ name: String, names: [String], isExpired: Bool = false) throws -> Identity {
        let identity = identity(name)
        try write("subjectAltName=" + names.joined(separator: ","), to: "\(name).ext")
        try OpenSSL.run(request(name: name, to: path("\(name).csr")))
        try OpenSSL.run([
            "ca", "-batch", "-notext", "-config", path("authority.cnf"), "-cert", file,
            "-keyfile", path("authority.key"), "-extfile", path("\(name).ext"), "-startdate", "20200101000000Z",
            "-enddate", isExpired ? "20200102000000Z" : "20991231000000Z", "-in", path("\(name).csr"),
            "-out", identity.certificate,
        ])
        return identity
    }

    /// An identity that nobody but itself vouches for, as an Argo Server makes one by default.
    package func selfSigned(_ name: String, names: [String]) throws -> Identity {
        let identity = identity(name)
        let names = "subjectAltName=" + names.joined(separator: ",")
        try OpenSSL.run(
            request(name: name, to: identity.certificate) + ["-x509", "-days", "30", "-addext", names])
        return identity
    }

    private func identity(_ name: String) -> Identity {
        Identity(certificate: path("\(name).pem"), key: path("\(name).key"), authority: self)
    }

    private func request(name: String, to output: String) -> [String] {
        [
            "req", "-config", path("authority.cnf"), "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-keyout", path("\(name).key"), "-out", output, "-subj", "/CN=\(name)",
        ]
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
}
