extension ServerConfiguration {
    /// Tells one asker of a server from another: a text for names of files.
    ///
    /// Secrets count as well, but only sixteen bits of what they are come out: enough to keep two users apart, too few to
    /// find out or try out a password with.
    package var asker: String {
        var parts = headers.flatMap { [$0.name, $0.value] + $0.furtherValues }
        for pem in [tls.clientCertificate, tls.clientKey] {
            switch pem {
            case nil: parts.append("")
            case .file(let path): parts.append(path)
            case .text(let bytes): parts.append(String(decoding: bytes, as: UTF8.self))
            }
        }
        if let credentials { parts += [credentials.origin, credentials.header.name] + credentials.method.parts }
        return String(UInt16(truncatingIfNeeded: UInt64(StableName.of(parts), radix: 16) ?? 0), radix: 16)
    }
}

extension Credentials.Method {
    /// What makes them these and no others.
    fileprivate var parts: [String] {
        switch self {
        case .secret(let secret): [secret.value]
        case .file(let path): [path]
        case .command(let command): command.words
        case .plugin(let plugin):
            [plugin.command] + plugin.arguments + plugin.variables.flatMap { [$0.name, $0.value] }
        case .oauth(let client): [client.clientID, client.tokenURL]
        }
    }
}
