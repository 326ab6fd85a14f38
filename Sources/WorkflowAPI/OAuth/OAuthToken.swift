import WorkflowModel

/// Has a token from an authorization server, or from the last command that had one.
package struct OAuthToken: Sendable {
    let client: OAuthClient
    let origin: String
    let world: CredentialWorld
    private var server: OAuthServer { OAuthServer(client: client, world: world) }

    package init(client: OAuthClient, origin: String, world: CredentialWorld) {
        self.client = client
        self.origin = origin
        self.world = world
    }

    /// What to do when a token is refused for good.
    var advice: String? { client.grant == .device ? "log in again with 'wfctl auth login'" : nil }

    /// `isRefused` says that the token we had is not accepted although it should be.
    func issue(isRefused: Bool) async throws -> IssuedCredential {
        let kept = try world.tokens.load(client.storeName).flatMap(StoredToken.init)
        if let kept, !isRefused, kept.expiry.map({ world.time.wallTime() + RenewableCredentials.margin < $0 }) ?? true {
            return kept.issued
        }
        do {
            switch client.grant {
            case .clientCredentials: return try keep(try await server.clientCredentials()).issued
            case .device:
                guard let refresh = kept?.refreshToken else {
                    throw notLoggedIn(kept == nil ? nil : "the login has expired")
                }
                return try keep(try await server.refresh(refresh)).issued
            }
        } catch let refusal as OAuthRefusal {
            if client.grant == .device { throw notLoggedIn(refusal.text) }
            throw BackendError.unauthenticated("\(origin): the OAuth server refused: \(refusal.text)")
        }
    }

    /// Has a person confirm a code in a browser; `announce` says which code and where.
    package func logIn(announce: (DeviceCode) throws -> Void) async throws {
        do {
            guard client.grant == .device, let url = client.deviceURL else {
                _ = try keep(try await server.clientCredentials())
                return
            }
            let code = try await server.deviceCode(url)
            try announce(code)
            _ = try keep(try await confirmed(code))
        } catch let refusal as OAuthRefusal {
            let reason =
                switch refusal.code {
                case "access_denied": "the login was refused"
                case "expired_token": "nobody confirmed the code in time"
                default: "the OAuth server refused: \(refusal.text)"
                }
            throw BackendError.unauthenticated("\(origin): \(reason)")
        }
    }

    /// Forgets what is kept; false when there was nothing.
    package func logOut() throws -> Bool { try world.tokens.remove(client.storeName) }

    /// Asks until somebody has confirmed or refused the code, or its time is up.
    private func confirmed(_ code: DeviceCode) async throws -> OAuthGrant {
        let deadline = world.time.now() + .seconds(code.lifetime)
        var interval = Duration.seconds(code.interval)
        while world.time.now() + interval < deadline {
            try await world.time.sleep(interval)
            do {
                return try await server.grant(for: code)
            } catch let refusal as OAuthRefusal {
                switch refusal.code {
                case "authorization_pending": break
                case "slow_down": interval += .seconds(5)
                default: throw refusal
                }
            } catch let error as BackendError {
                guard case .passing = Transience(of: error) else { throw error }
                interval = min(interval * 2, .seconds(60))
            }
        }
        throw OAuthRefusal(code: "expired_token")
    }

    private func keep(_ grant: OAuthGrant) throws -> StoredToken {
        let token = StoredToken(grant, now: world.time.wallTime())
        try world.tokens.save(client.storeName, token.bytes)
        return token
    }

    private func notLoggedIn(_ reason: String?) -> BackendError {
        .unauthenticated("\(origin): not logged in" + (reason.map { " (\($0))" } ?? "") + "; use 'wfctl auth login'")
    }
}
