/// A backend that is a server, which a client talks to.
package protocol ServedBackend: Backend {
    var client: APIClient { get }
    init(client: APIClient)
}

extension ServedBackend {
    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, credentials: (any CredentialSource)? = nil,
        trace: (@Sendable (RequestTrace) -> Void)? = nil, note: (@Sendable (String) -> Void)? = nil,
        warn: (@Sendable (String) -> Void)? = nil, memory: ServerMemory = ServerMemory(),
        time: TimeAndChance = .system
    ) {
        var client = APIClient(
            server, transport: transport, credentials: credentials, trace: trace, note: note, time: time)
        client.warn = warn
        client.memory = memory
        self.init(client: client)
    }

    package var address: String { client.server.address }
}
