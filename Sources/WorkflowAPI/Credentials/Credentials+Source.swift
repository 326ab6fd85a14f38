extension Credentials {
    /// Those that can be sent: what the settings say, with a machine to have it from.
    package func source(in world: CredentialWorld) -> any CredentialSource {
        switch method {
        case .secret(let secret):
            return FixedCredentials(HTTPRequest.Header(header.name, secret.value), origin: origin)
        case .file(let path): return FileCredentials(path: path, form: header, origin: origin, readFile: world.readFile)
        case .command(let command):
            let fetch = CommandToken(command: command, header: header, origin: origin, world: world)
            return RenewableCredentials(origin: origin, time: world.time) { _ in try await fetch.issue() }
        case .plugin(let plugin):
            let fetch = PluginToken(plugin: plugin, origin: origin, world: world)
            return RenewableCredentials(origin: origin, time: world.time) { _ in try await fetch.issue() }
        case .oauth(let client):
            let chosen: String? = if case .chosenContext(let name) = source { name } else { nil }
            let fetch = OAuthToken(client: client, origin: origin, world: world, context: chosen)
            return RenewableCredentials(origin: origin, advice: fetch.advice, time: world.time) {
                try await fetch.issue(insteadOf: $0)
            }
        }
    }
}
