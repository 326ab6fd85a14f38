import TestSupport
import Testing

@testable import WorkflowAPI

@Suite struct CredentialSourceTests {
    static func text(_ source: any CredentialSource) async throws -> String? { try await source.header()?.value }

    @Test func aFileIsReadAnew() async throws {
        let world = TestWorld()
        world.write("one\n", to: "/t")
        let source = world.source(.file("/t"))
        #expect(try await Self.text(source) == "Bearer one")
        let first = try #require(try await source.header())
        #expect(try await source.renew(after: first) == false)
        world.write("two\n", to: "/t")
        #expect(try await source.renew(after: first))
        #expect(try await Self.text(source) == "Bearer two")
        world.write(nil, to: "/t")
        await #expect(throws: BackendError.self) { try await source.header() }
    }

    @Test func aCommandIsRunOnceAndAgainAfterARefusal() async throws {
        let world = TestWorld()
        world.printing("one\n", "two\n")
        let source = world.source(.command(.words(["get-token", "--secret", "x"])))
        #expect(try await Self.text(source) == "Bearer one")
        #expect(try await Self.text(source) == "Bearer one")
        #expect(world.calls.map(\.words) == [["get-token", "--secret", "x"]])
        let first = try #require(try await source.header())
        #expect(try await source.renew(after: first))
        #expect(try await Self.text(source) == "Bearer two")
        // It prints the same again: asking the server once more would be in vain.
        #expect(try await source.renew(after: HTTPRequest.Header("Authorization", "Bearer two")) == false)
    }

    @Test(arguments: [
        (ProgramResult.ended(status: 3, output: Array("s3cret".utf8)), "'get-token' ended with status 3"),
        (.missing, "there is no program 'get-token'"), (.tookTooLong, "took too long"),
        (.printedTooMuch, "printed more than any token has"),
        (.ended(status: 0, output: []), "the command printed nothing, where a token was to come"),
        (.ended(status: 0, output: Array("s3cret\u{1B}[2J".utf8)), "is no token"),
        (.ended(status: 0, output: Array("s3cret\nX-Evil: 1".utf8)), "is no token"),
        (.ended(status: 0, output: [0xFF, 0xFE]), "is no token"),
        (.failed(reason: "Exec format error"), "Exec format error"),
    ])
    func whatACommandDoesWrongIsSaidWithoutItsOutput(_ result: ProgramResult, _ part: String) async throws {
        let world = TestWorld()
        world.programs(result)
        let source = world.source(.command(.shell("A=s3cret get-token s3cret")))
        do {
            _ = try await source.header()
            Issue.record("there was a header")
        } catch let BackendError.unauthenticated(text) {
            #expect(text.contains(part) && text.hasPrefix("the token command of context prod: "), "\(text)")
            #expect(!text.contains("s3cret"))
        }
    }

    @Test func anAPIKeyGoesIntoItsHeaderAsItIs() async throws {
        let world = TestWorld()
        world.printing("Bearer k\n")
        let header = try await world.source(.command(.shell("x")), .named("X-API-Key")).header()
        #expect(header == HTTPRequest.Header("X-API-Key", "Bearer k"))
    }

    static func plugin() -> ExecPlugin {
        var plugin = ExecPlugin(version: .v1, command: "/bin/aws")
        plugin.arguments = ["get-token"]
        plugin.variables = [.init("AWS_PROFILE", "prod")]
        plugin.cluster = #"{"server":"https://k:6443"}"#
        plugin.installHint = "install aws"
        return plugin
    }

    static func credential(_ status: String, version: String = "v1") -> String {
        #"{"apiVersion":"client.authentication.k8s.io/\#(version)","kind":"ExecCredential","status":{\#(status)}}"#
    }

    @Test func aPluginIsToldOfTheClusterAndAskedAgainWhenItsTokenExpires() async throws {
        let world = TestWorld()
        // The clock of the test stands at 2026-01-02T03:04:05Z.
        world.printing(
            Self.credential(#""token":"one","expirationTimestamp":"2026-01-02T03:14:05Z""#),
            Self.credential(#""token":"two""#))
        let source = world.source(.plugin(Self.plugin()))
        #expect(try await Self.text(source) == "Bearer one")
        world.time.pass(.seconds(560))
        #expect(try await Self.text(source) == "Bearer one")
        world.time.pass(.seconds(15))
        #expect(try await Self.text(source) == "Bearer two")
        #expect(world.calls.count == 2)
        let call = try #require(world.calls.first)
        #expect(call.words == ["/bin/aws", "get-token"])
        #expect(call.variables["AWS_PROFILE"] == Secret("prod"))
        #expect(
            call.variables["KUBERNETES_EXEC_INFO"]
                == Secret(
                    #"{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","#
                        + #""spec":{"interactive":false,"cluster":{"server":"https://k:6443"}}}"#))
    }

    @Test(arguments: [
        ("hello s3cret", "printed no ExecCredential"), (credential(""), "gave neither a token nor a certificate"),
        (credential(#""token":"t""#, version: "v1beta1"), "speaks another version"),
        (credential(#""token":"s3cret\u0000""#), "gave a token that no header may hold"),
        (credential(#""clientKeyData":"s3cret""#), "gave a certificate or a key without the other"),
        (credential(#""token":"t","expirationTimestamp":"soon""#), "gave a time that is none"),
    ])
    func whatAPluginDoesWrongIsSaid(_ output: String, _ part: String) async throws {
        let world = TestWorld()
        world.printing(output)
        do {
            _ = try await world.source(.plugin(Self.plugin())).header()
            Issue.record("there was a header")
        } catch let BackendError.unauthenticated(text) {
            #expect(text.contains("'aws' \(part)"), "\(text)")
            #expect(!text.contains("s3cret"))
        }
    }

    @Test func aRefusalRenewsOnceAndNamesWhoseCredentialsTheyWere() async throws {
        let world = TestWorld { request in
            request[header: "Authorization"] == "Bearer two"
                ? .json(#"{"version":"v4"}"#) : .json(#"{"code":16,"message":"token not valid"}"#, status: 401)
        }
        let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        func client() -> APIClient {
            APIClient(
                server, transport: world.transport, credentials: world.source(.command(.shell("get"))),
                time: world.time.timeAndChance)
        }
        world.printing("one", "two")
        _ = try await client().send(ArgoEndpoints.version)
        #expect(world.transport.requests.count == 2)
        world.printing("one", "three")
        await #expect(
            throws: BackendError.unauthenticated(
                "token not valid (credentials: the token command of context prod; run 'get' to see what it prints; "
                    + "it may want a new login)")
        ) { try await client().send(ArgoEndpoints.version) }
        #expect(world.transport.requests.count == 4)
        let nobody = APIClient(server, transport: world.transport)
        await #expect(throws: BackendError.unauthenticated("token not valid (no credentials were sent)")) {
            try await nobody.send(ArgoEndpoints.version)
        }
    }
}
