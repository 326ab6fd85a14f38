import WorkflowModel

/// Has a token from an authorization server, or from the last command that had one.
package struct OAuthToken: Sendable {
    let client: OAuthClient
    let origin: String
    let world: CredentialWorld
    /// What a person types to log in: the command without a context means another one, perhaps.
    private let loginCommand: String
    private var server: OAuthServer { OAuthServer(client: client, world: world) }

    package init(client: OAuthClient, origin: String, world: CredentialWorld, context: String? = nil) {
        self.client = client
        self.origin = origin
        self.world = world
        loginCommand = Self.loginCommand(context)
    }

    static func loginCommand(_ context: String?) -> String {
        "wfctl auth login" + (context.map { " --context \($0)" } ?? "")
    }

    /// `refused` is a header that the server does not accept although it should.
    func issue(insteadOf refused: HTTPRequest.Header?) async throws -> IssuedCredential {
        if let token = try kept(), isGood(token, refused) { return token.issued }
        // A refresh token may be good for one use alone: of several processes one asks, and the others find its result.
        let lock = try await lock()
        defer { withExtendedLifetime(lock) {} }
        let token = try kept()
        if let token, isGood(token, refused) { return token.issued }
        do {
            return try await renewed(token).issued
        } catch {
            // It was to be renewed ahead of time: until then it serves.
            guard let token, isGood(token, refused, for: .zero), !(error is CancellationError) else { throw error }
            return token.issued
        }
    }

    private func renewed(_ token: StoredToken?) async throws -> StoredToken {
        do {
            switch client.grant {
            case .clientCredentials: return try keep(try await server.clientCredentials())
            case .device:
                guard let refresh = token?.refreshToken else {
                    throw notLoggedIn(token == nil ? nil : "the login has expired")
                }
                return try keep(try await server.refresh(refresh))
            }
        } catch let refusal as OAuthRefusal {
            if client.grant == .device, refusal.endsLogin { throw notLoggedIn(refusal.text) }
            throw BackendError.unauthenticated("\(origin): the OAuth server refused: \(refusal.text)")
        }
    }

    private func kept() throws -> StoredToken? { try world.tokens.load(client.storeName).flatMap(StoredToken.init) }

    private func isGood(
        _ token: StoredToken, _ refused: HTTPRequest.Header?, for margin: Duration = IssuedCredential.margin
    ) -> Bool {
        token.issued.header != refused && token.issued.isGood(for: margin, at: world.time.wallTime())
    }

    /// Somewhat longer than a request of another command to an authorization server may take.
    private static let patience = Duration.seconds(45)

    /// Waits until no other process has to do with the token.
    private func lock() async throws -> (any Sendable)? {
        let deadline = world.time.now() + Self.patience
        do {
            while world.time.now() < deadline {
                if let lock = try world.tokens.lock(client.storeName) { return lock }
                try await world.time.sleep(.milliseconds(50))
            }
        } catch let error as BackendError {
            guard client.grant == .clientCredentials else { throw error }
        }
        // Whoever can ask again at any time needs no order, and no place to keep the answer.
        if client.grant == .clientCredentials { return nil }
        throw BackendError.storage(
            "\(origin): another process has been renewing the token for \(Self.patience.components.seconds) seconds")
    }

    /// Has a person confirm a code in a browser; `announce` says which code and where.
    package func logIn(announce: (DeviceCode) throws -> Void) async throws {
        do {
            guard client.grant == .device, let url = client.deviceURL else {
                try await save(try await server.clientCredentials())
                return
            }
            let code = try await server.deviceCode(url)
            try announce(code)
            try await save(try await confirmed(code))
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
    package func logOut() async throws -> Bool {
        let lock = try await lock()
        defer { withExtendedLifetime(lock) {} }
        return try world.tokens.remove(client.storeName)
    }

    /// Asks until somebody has confirmed or refused the code, or its time is up.
    private func confirmed(_ code: DeviceCode) async throws -> OAuthGrant {
        let deadline = world.time.now() + .seconds(code.lifetime)
        var interval = Duration.seconds(code.interval)
        var pause = interval
        var outcome: any Error = OAuthRefusal(code: "expired_token")
        while world.time.now() + pause < deadline {
            try await world.time.sleep(pause)
            do {
                return try await server.grant(for: code)
            } catch let refusal as OAuthRefusal {
                switch refusal.code {
                case "authorization_pending": break
                case "slow_down": interval += .seconds(5)
                default: throw refusal
                }
                outcome = OAuthRefusal(code: "expired_token")
                pause = interval
            } catch let error as BackendError {
                guard case .passing(let least) = Transience(of: error) else { throw error }
                outcome = error
                interval = max(interval, min(interval * 2, .seconds(60)))
                pause = max(interval, least)
            }
        }
        throw outcome
    }

    /// Keeps what a login brought, after whatever is still being made of the login before it.
    private func save(_ grant: OAuthGrant) async throws {
        let lock = try await lock()
        defer { withExtendedLifetime(lock) {} }
        try world.tokens.save(client.storeName, StoredToken(grant, now: world.time.wallTime()).bytes)
    }

    private func keep(_ grant: OAuthGrant) throws -> StoredToken {
        let token = StoredToken(grant, now: world.time.wallTime())
        do {
            try world.tokens.save(client.storeName, token.bytes)
        } catch {
            // It is as good where nothing can be written; the next command asks for one of its own.
            guard client.grant == .clientCredentials else { throw error }
        }
        return token
    }

    private func notLoggedIn(_ reason: String?) -> BackendError {
        .unauthenticated("\(origin): not logged in" + (reason.map { " (\($0))" } ?? "") + "; use '\(loginCommand)'")
    }
}
