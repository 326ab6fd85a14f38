/// Who we are to an authorization server, and how tokens are had from it (RFC 6749, 8628).
package struct OAuthClient: Sendable, Equatable {
    package enum Grant: String, Sendable, CaseIterable {
        /// A program's own account: id and secret are enough.
        case clientCredentials = "client-credentials"
        /// A person's account: a browser anywhere confirms a code.
        case device
    }

    package enum ClientSecret: Sendable, Equatable {
        case secret(Secret)
        /// Read for every token.
        case file(String)
    }

    package var grant: Grant
    package var clientID: String
    package var tokenURL: String
    /// Where a device login begins; only for `device`.
    package var deviceURL: String?
    package var clientSecret: ClientSecret?
    package var scopes: [String] = []
    package var audience: String?

    package init(_ grant: Grant, clientID: String, tokenURL: String) {
        self.grant = grant
        self.clientID = clientID
        self.tokenURL = tokenURL
    }

    /// The name its tokens are kept under: the same for the same client, and no secret.
    package var storeName: String {
        "oauth-" + StableName.of([grant.rawValue, clientID, tokenURL, audience ?? ""] + scopes) + ".json"
    }

    /// Whether a secret may be sent there: to TLS, or to this machine.
    package static func isSafe(_ url: String) -> Bool {
        guard let scheme = url.firstRange(of: "://"), !url.contains("#"),
            let address = try? ServerAddress(parsing: String(url.prefix { $0 != "?" })), address.socket == nil
        else { return false }
        return url[..<scheme.lowerBound].lowercased() == "https"
            || ["localhost", "127.0.0.1", "[::1]"].contains(address.host)
    }
}
