import ArgumentKit
import WorkflowAPI

/// What an OAuth login needs to know; kept in a context.
struct OAuthOptions: ArgumentGroup {
    var grant: OAuthClient.Grant?
    var clientID: String?
    var tokenURL: String?
    var deviceURL: String?
    var clientSecretFile: String?
    var scopes: [String] = []
    var audience: String?

    static var arguments: [Argument<Self>] {
        option(\.grant, "oauth-grant", value: "grant", help: "How tokens are had")
        option(\.clientID, "oauth-client-id", value: "id", help: "The client's id")
        option(\.tokenURL, "oauth-token-url", value: "url", help: "Where tokens are given out")
        option(\.deviceURL, "oauth-device-url", value: "url", help: "Where a device login begins")
        option(
            \.clientSecretFile, "oauth-client-secret-file", value: "file", completion: .file(),
            help: "File that holds the client's secret")
        option(\.scopes, "oauth-scope", value: "scope", help: "Scope to ask for; may be repeated")
        option(\.audience, "oauth-audience", value: "name", help: "Whom the tokens are for")
    }

    /// The client these options make of the one there was; nil when they say nothing.
    func client(changing old: OAuthClient?) throws(ArgumentError) -> OAuthClient? {
        if self == OAuthOptions() { return nil }
        guard let id = clientID ?? old?.clientID, let url = tokenURL ?? old?.tokenURL else {
            throw .conflict("an OAuth client needs --oauth-client-id and --oauth-token-url")
        }
        let grant = grant ?? old?.grant ?? (deviceURL == nil ? .clientCredentials : .device)
        var client = OAuthClient(grant, clientID: id, tokenURL: url)
        client.deviceURL = deviceURL ?? old?.deviceURL
        client.clientSecret = clientSecretFile.map { .file($0) } ?? old?.clientSecret
        client.scopes = scopes.isEmpty ? old?.scopes ?? [] : scopes
        client.audience = audience ?? old?.audience
        if let problem = client.problem { throw .conflict(problem) }
        return client
    }
}

extension OAuthClient.Grant: ArgumentValue {}
