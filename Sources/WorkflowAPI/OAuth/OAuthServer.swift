import DocumentKit
import Foundation

/// Asks an authorization server: forms in, JSON out. Errors are `OAuthRefusal`, or a `BackendError` that says whose
/// failure it is.
struct OAuthServer: Sendable {
    let client: OAuthClient
    let world: CredentialWorld

    func clientCredentials() async throws -> OAuthGrant {
        var form = [("grant_type", "client_credentials")]
        form += shared
        return try grant(in: try await ask(client.tokenURL, form))
    }

    func refresh(_ token: Secret) async throws -> OAuthGrant {
        var grant = try grant(
            in: try await ask(client.tokenURL, [("grant_type", "refresh_token"), ("refresh_token", token.value)]))
        // Whoever gives no new one lets us keep the old one.
        grant.refreshToken = grant.refreshToken ?? token
        return grant
    }

    func deviceCode(_ url: String) async throws -> DeviceCode {
        let answer = try await ask(url, shared)
        guard let code = DeviceCode(answer) else {
            throw BackendError.login(.malformed("'\(MaskedURL.text(url))' did not answer with a device code"))
        }
        return code
    }

    func grant(for code: DeviceCode) async throws -> OAuthGrant {
        try grant(
            in: try await ask(
                client.tokenURL,
                [
                    ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
                    ("device_code", code.deviceCode.value),
                ]))
    }

    private var shared: [(String, String)] {
        var form: [(String, String)] = []
        if !client.scopes.isEmpty { form.append(("scope", client.scopes.joined(separator: " "))) }
        if let audience = client.audience { form.append(("audience", audience)) }
        return form
    }

    private func ask(_ url: String, _ form: [(String, String)]) async throws -> DocumentValue {
        guard OAuthClient.isSafe(url) else {
            throw BackendError.insecure("'\(MaskedURL.text(url))' is no https:// address; no secret is sent there")
        }
        var headers = [
            HTTPRequest.Header("Accept", "application/json"), HTTPRequest.Header("User-Agent", "wfctl"),
            HTTPRequest.Header("Content-Type", "application/x-www-form-urlencoded"),
        ]
        var form = form
        if let secret = try clientSecret() {
            let pair = [client.clientID, secret.value].map(PercentEncoding.encoded).joined(separator: ":")
            headers.append(HTTPRequest.Header("Authorization", "Basic " + Data(pair.utf8).base64EncodedString()))
        } else {
            form.append(("client_id", client.clientID))
        }
        let body = form.map { "\($0)=\(PercentEncoding.encoded($1))" }.joined(separator: "&")
        let request = HTTPRequest(.post, url, headers: headers, body: Array(body.utf8))
        do {
            let response = try await world.transport.send(request, timeout: world.patience, limit: 1 << 20)
            return try document(response, url)
        } catch let error as BackendError { throw BackendError.login(error) }
    }

    private func clientSecret() throws(BackendError) -> Secret? {
        switch client.clientSecret {
        case nil: return nil
        case .secret(let secret): return secret
        case .file(let path):
            let text = (try? world.readFile(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw .unauthenticated("there is no client secret in '\(path)'")
            }
            return Secret(line: text)
        }
    }

    private func document(_ response: HTTPResponse, _ url: String) throws -> DocumentValue {
        let status = response.head.status
        let root = try? JSONReader.read(response.body).root
        let refusal = root?["error"]?.string.map {
            OAuthRefusal(code: $0, description: root?["error_description"]?.string)
        }
        // A server that is not well says so in the words of a refusal, too.
        if status == 408 || status == 429 || status >= 500 {
            let retryAfter = RetryAfter.seconds(response.head, now: world.time.wallTime())
            throw BackendError(status: status, message: refusal?.text ?? "no reason was given", retryAfter: retryAfter)
        }
        // Some servers refuse with status 200, and some a code that is not confirmed yet with 403 or 428.
        if let refusal { throw refusal }
        if response.head.isSuccess, let root, root.kind == .object { return root }
        if response.head.isSuccess {
            throw BackendError.malformed("'\(MaskedURL.text(url))' did not answer in JSON, as an OAuth server does")
        }
        throw BackendError.server(
            status: status, message: "'\(MaskedURL.text(url))' is not the OAuth server it should be")
    }

    private func grant(in answer: DocumentValue) throws(BackendError) -> OAuthGrant {
        guard let token = answer["access_token"]?.string, !token.isEmpty,
            token.utf8.allSatisfy({ (0x21..<0x7F).contains($0) })
        else { throw .login(.malformed("the OAuth server gave no token that a header may hold")) }
        if let type = answer["token_type"]?.string, type.lowercased() != "bearer" {
            throw .login(.malformed("the OAuth server gave a token of type '\(type.prefix(40))', expected Bearer"))
        }
        let refresh = answer["refresh_token"]?.string
        // Some servers write the number as a text.
        let lifetime = answer["expires_in"]?.scalarText.flatMap { Double($0) }
        return OAuthGrant(
            accessToken: Secret(token), refreshToken: refresh.map { Secret($0) },
            lifetime: lifetime.flatMap { Int(exactly: $0.rounded(.down)) })
    }
}
