/// A certificate authority for one test, in a folder that goes with it.
package struct TestAuthority: Sendable {
    /// PEM files of a certificate and its key.
    package struct Identity: Sendable {
        package let certificate: String
        package let key: String
        /// Keeps the files where they are.
        private let folder: ScratchFolder

        fileprivate init(_ name: String, in folder: ScratchFolder) {
            certificate = "\(folder.path)/\(name).pem"
            key = "\(folder.path)/\(name).key"
            self.folder = folder
        }
    }

    private let folder: ScratchFolder
    private let own: Identity
    /// PEM file of the authority itself.
    package var file: String { own.certificate }

    package init() async throws {
        folder = try ScratchFolder()
        own = Identity("authority", in: folder)
        try folder.write("", to: "index.txt")
        try folder.write("1000", to: "serial")
        try folder.write(
            """
            [ca]
            default_ca = authority
            [authority]
            database = \(folder.path)/index.txt
            new_certs_dir = \(folder.path)
            serial = \(folder.path)/serial
            default_md = sha256
            policy = any
            unique_subject = no
            [any]
            commonName = supplied
            [req]
            distinguished_name = name
            [name]
            """, to: "authority.cnf")
        try await OpenSSL.run(
            request(name: "authority", to: file)
                + ["-x509", "-days", "30", "-addext", "basicConstraints=critical,CA:TRUE"])
    }

    /// An identity signed by this authority, for subject alternative names such as `IP:127.0.0.1` or `DNS:localhost`.
    package func identity(_ name: String, names: [String], isExpired: Bool = false) async throws -> Identity {
        let identity = Identity(name, in: folder)
        let extensions = try folder.write("subjectAltName=" + names.joined(separator: ","), to: "\(name).ext")
        let request = "\(folder.path)/\(name).csr"
        try await OpenSSL.run(self.request(name: name, to: request))
        try await OpenSSL.run([
            "ca", "-batch", "-notext", "-config", "\(folder.path)/authority.cnf", "-cert", file, "-keyfile", own.key,
            "-extfile", extensions, "-startdate", "20200101000000Z",
            "-enddate", isExpired ? "20200102000000Z" : "20991231000000Z", "-in", request,
            "-out", identity.certificate,
        ])
        return identity
    }

    /// An identity that nobody but itself vouches for, as an Argo Server makes one by default.
    package func selfSigned(_ name: String, names: [String]) async throws -> Identity {
        let identity = Identity(name, in: folder)
        let names = "subjectAltName=" + names.joined(separator: ",")
        try await OpenSSL.run(
            request(name: name, to: identity.certificate) + ["-x509", "-days", "30", "-addext", names])
        return identity
    }

    private func request(name: String, to output: String) -> [String] {
        [
            "req", "-config", "\(folder.path)/authority.cnf", "-newkey", "ec",
            "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "\(folder.path)/\(name).key",
            "-out", output, "-subj", "/CN=\(name)",
        ]
    }
}
