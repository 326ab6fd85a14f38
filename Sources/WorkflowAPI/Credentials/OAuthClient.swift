/// Who we are to an authorization server, and how tokens are had from it (RFC 6749, 8628).
package struct OAuthClient: Sendable, Equatable {
    package enum Grant: String, Sendable, CaseIterable {
        /// A program's own account: id and secret are enough.
        case clientCredentials = "client-credentials"
        /// A person's account: a browser anywhere confirms a code.
        case device
    }

    package var grant: Grant
    package var tokenURL: String
    /// Where a device login begins; only for `device`.
    package var deviceURL: String?
    package var clientID: String
    package var clientSecret: ClientSecret?
    package var scopes: [String] = []
    package var audience: String?

    package enum ClientSecret: Sendable, Equatable {
        case secret(Secret)
        /// Read for every token.
        case file(String)
    }

    package init(_ grant: Grant, clientID: String, tokenURL: String) {
        self.grant = grant
        self.clientID = clientID
        self.tokenURL = tokenURL
    }
}
