extension Credentials {
    /// Those that can be sent: what the settings say, with a machine to have it from.
    package func source(in world: CredentialWorld) -> any CredentialSource {
        switch method {
        case .secret(let secret): return fixed(secret)
        case .file(let path):
            return FileCredentials(
                path: path, form: header, origin: origin, advice: advice, readFile: world.readFile)
        case .command(let command):
            let fetch = CommandToken(command: command, header: header, origin: origin, world: world)
            return RenewableCredentials(origin: origin, advice: advice, time: world.time) { _ in try await fetch.issue()
            }
        case .plugin(let plugin):
            let fetch = PluginToken(plugin: plugin, origin: origin, world: world)
            return RenewableCredentials(origin: origin, advice: advice, time: world.time) { _ in try await fetch.issue()
            }
        case .oauth(let client):
            let fetch = OAuthToken(client: client, origin: origin, world: world, context: chosenContext)
            return RenewableCredentials(origin: origin, advice: advice, time: world.time) {
                try await fetch.issue(insteadOf: $0)
            }
        }
    }
}

extension Credentials {
    /// The source of a secret that is known already; nil when it has to be had from somewhere.
    package var fixed: FixedCredentials? {
        guard case .secret(let secret) = method else { return nil }
        return fixed(secret)
    }

    private func fixed(_ secret: Secret) -> FixedCredentials {
        FixedCredentials(HTTPRequest.Header(header.name, secret.value), origin: origin, advice: advice)
    }
}
