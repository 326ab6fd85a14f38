import Foundation
import TestSupport
import Testing

@testable import WorkflowAPI

/// A refusal says whose credentials were refused, and what to do about these.
@Suite struct CredentialAdviceTests {
    static let basic = Credentials.Method.secret(Secret("Basic bWU6cHc="))
    static let bearer = Credentials.Method.secret(Secret("Bearer s3cret"))

    static let oauth = OAuthClient(.clientCredentials, clientID: "c", tokenURL: "https://id.test/token")
    static let login = OAuthClient(.device, clientID: "c", tokenURL: "https://id.test/token")
    static let plugin = ExecPlugin(version: .v1, command: "aws")

    typealias Case = (credentials: Credentials, words: String)

    static let cases: [Case] = [
        (Credentials(bearer, from: .flag("--token-file")), "--token-file; give a token that is still good"),
        (Credentials(bearer, from: .flag("--token-stdin")), "--token-stdin; give a token that is still good"),
        (
            Credentials(bearer, from: .variable("ARGO_TOKEN")),
            "ARGO_TOKEN; put a token that is still good into ARGO_TOKEN"
        ),
        (
            Credentials(bearer, from: .context("prod")),
            "context prod; store a token that is still good with 'wfctl context set prod' and --token-stdin"
        ),
        (
            Credentials(bearer, from: .kubeconfig("user 'me'")),
            "kubeconfig user 'me'; put a token that is still good into the kubeconfig"
        ),
        (Credentials(basic, from: .flag("--username")), "--username; check the user's name and password"),
        (
            Credentials(basic, from: .context("prod")),
            "context prod; store the user's name and password with 'wfctl context set prod' and --password-file"
        ),
        (
            Credentials(.secret(Secret("k")), as: .named("X-Key"), from: .variable("WFCTL_API_KEY")),
            "WFCTL_API_KEY; put a key that is still good into WFCTL_API_KEY"
        ),
        (
            Credentials(.file("/t"), from: .variable("ARGO_TOKEN_FILE")),
            "ARGO_TOKEN_FILE; see whether '/t' is still kept up to date"
        ),
        (
            Credentials(.file(CredentialResolver.serviceAccountFile), from: .flag("--service-account")),
            "--service-account; see whether the server takes the tokens of this cluster's service accounts"
        ),
        (
            Credentials(.command(.shell("A=s3cret vault read")), from: .flag("--token-command")),
            "--token-command; run 'vault' to see what it prints; it may want a new login"
        ),
        (
            Credentials(.plugin(plugin), from: .kubeconfig("user 'me'")),
            "the credential plugin of kubeconfig user 'me'; run 'aws' to see what it prints; it may want a new login"
        ),
        (
            Credentials(.oauth(oauth), from: .context("prod")),
            "the OAuth login of context prod; check the client's id, its secret and what it may ask for"
        ),
        (
            Credentials(.oauth(login), from: .chosenContext("prod")),
            "the OAuth login of context prod; log in again with 'wfctl auth login --context prod'"
        ),
    ]

    @Test(arguments: cases.indices) func aRefusalNamesItsSourceAndWhatToDo(_ index: Int) throws {
        let (credentials, words) = Self.cases[index]
        let source = credentials.source(in: TestWorld().world)
        func explained(_ error: BackendError) throws -> String {
            let authorization = Authorization(source, replacedBy: nil, showsCertificate: false)
            return try #require(authorization.explained(error) as? BackendError).message
        }
        #expect(try explained(.unauthenticated("no")) == "no (credentials: \(words))")
        // Another secret is of no use to whoever is known.
        let origin = String(words.prefix { $0 != ";" })
        #expect(try explained(.forbidden("no")) == "no (credentials: \(origin))")
        #expect(try explained(.notFound("no")) == "no")
    }

    @Test(arguments: [
        (SettingSource.flag("--header"), "--header"), (.chosenContext("prod"), "the header of context prod"),
    ])
    func aHeaderInTheirPlaceIsNamed(_ source: SettingSource, _ words: String) {
        let authorization = Authorization(nil, replacedBy: source, showsCertificate: false)
        let error = authorization.explained(BackendError.unauthenticated("no"))
        #expect(error as? BackendError == .unauthenticated("no (credentials: \(words))"))
    }

    @Test func whoIsNobodyIsToldSo() throws {
        let nobody = Authorization(nil, replacedBy: nil, showsCertificate: false)
        let error = nobody.explained(BackendError.forbidden("system:anonymous may not"))
        #expect(error as? BackendError == .forbidden("system:anonymous may not (no credentials were sent)"))
    }
}
