/// What an authorization server gave: a token, and perhaps the right to the next one.
///
/// ```json
/// {"access_token": "eyJh…", "token_type": "Bearer", "expires_in": 3600, "refresh_token": "v1.M…"}
/// ```
struct OAuthGrant: Sendable, Equatable {
    var accessToken: Secret
    var refreshToken: Secret?
    /// Seconds from the answer; nil when the server does not say.
    var lifetime: Int?
}

/// Why an authorization server gave nothing (RFC 6749 5.2, RFC 8628 3.5).
///
/// ```json
/// {"error": "authorization_pending", "error_description": "…"}
/// ```
struct OAuthRefusal: Error, Equatable {
    var code: String
    var description: String?

    /// What a server says of itself is as long as it likes.
    var text: String {
        let text = description.map { "\(code): \($0)" } ?? code
        return text.count > 500 ? text.prefix(500) + "…" : text
    }

    /// Whether only a new login helps; other refusals may pass, or are about the client.
    var endsLogin: Bool { code == "invalid_grant" || code == "expired_token" }
}
