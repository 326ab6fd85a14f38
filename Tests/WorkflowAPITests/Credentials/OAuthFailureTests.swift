import DocumentKit
import TestSupport
import Testing

@testable import WorkflowAPI

/// An authorization server that is not well for a while, which is no refusal, whatever words it says it in.
@Suite struct OAuthFailureTests {
    static func passing(_ code: String, status: Int, retryAfter: String? = nil) -> LoopbackAnswer {
        var answer = LoopbackAnswer.json(#"{"error":"\#(code)"}"#, status: status)
        if let retryAfter { answer.headers.append(.init("Retry-After", retryAfter)) }
        return answer
    }

    static let program = OAuthTests.client(.clientCredentials)

    @Test(arguments: [
        (
            passing("temporarily_unavailable", status: 503),
            BackendError.server(status: 503, message: "temporarily_unavailable")
        ),
        (passing("server_error", status: 500), .server(status: 500, message: "server_error")),
        (passing("slow_down", status: 429, retryAfter: "7"), .throttled("slow_down", retryAfter: 7)),
        (.html("<html>s3cret", status: 503), .server(status: 503, message: "no reason was given")),
        (.text("s3cret", status: 502), .server(status: 502, message: "no reason was given")),
    ])
    func isNoRefusal(_ answer: LoopbackAnswer, _ expected: BackendError) async {
        let world = OAuthTests.world([answer])
        await #expect(throws: BackendError.login(expected)) { try await world.source(.oauth(Self.program)).header() }
    }

    @Test(arguments: [
        passing("temporarily_unavailable", status: 503), passing("too_many_requests", status: 429), .silence,
        .html("<html>"), OAuthTests.refusal("invalid_client"),
    ])
    func aTokenServesUntilItExpires(_ failure: LoopbackAnswer) async throws {
        let world = OAuthTests.world([
            OAuthTests.token("one", lifetime: 33), OAuthTests.token("own", lifetime: 33), failure, failure,
            OAuthTests.token("two"),
        ])
        let (first, forgetful) = (world.source(.oauth(Self.program)), Self.forgetful(world))
        #expect(try await first.header()?.value == "Bearer one")
        #expect(try await forgetful.header()?.value == "Bearer own")
        world.time.pass(.seconds(4))
        #expect(try await world.source(.oauth(Self.program)).header()?.value == "Bearer one")
        #expect(try await forgetful.header()?.value == "Bearer own")
        #expect(world.transport.requests.count == 4)
        #expect(try await first.header()?.value == "Bearer two")
    }

    @Test func aTokenThatHasExpiredOrWasRefusedServesNoMore() async throws {
        let world = OAuthTests.world([
            OAuthTests.token("one", lifetime: 33), Self.passing("temporarily_unavailable", status: 503),
        ])
        let source = world.source(.oauth(Self.program))
        let header = try #require(try await source.header())
        let failure = BackendError.login(.server(status: 503, message: "temporarily_unavailable"))
        await #expect(throws: failure) { try await source.renew(after: header) }
        world.time.pass(.seconds(33))
        await #expect(throws: failure) { try await source.header() }
    }

    /// Without a place for tokens.
    private static func forgetful(_ world: TestWorld) -> any CredentialSource {
        var machine = world.world
        machine.tokens = TokenStore(
            load: { _ in nil }, save: { _, _ in throw BackendError.storage("read-only") }, remove: { _ in false },
            lock: { _ in throw BackendError.storage("read-only") })
        return Credentials(.oauth(program), from: .context("prod")).source(in: machine)
    }

    /// The client of a server that takes the token `two` alone.
    static func client(_ world: TestWorld) -> APIClient {
        let server = ServerConfiguration(baseURL: "http://argo:2746", address: "argo:2746")
        let api = StubTransport { request in
            request[header: "Authorization"] == "Bearer two"
                ? .json(#"{"version":"v4"}"#) : .json(#"{"code":16,"message":"token not valid"}"#, status: 401)
        }
        return APIClient(
            server, transport: api, credentials: world.source(.oauth(program)), time: world.time.timeAndChance)
    }

    @Test func aRequestAsksForItsTokenAgain() async throws {
        let world = OAuthTests.world([
            Self.passing("too_many_requests", status: 429, retryAfter: "2"), .silence,
            Self.passing("server_error", status: 500), OAuthTests.token("two"),
        ])
        _ = try await Self.client(world).send(ArgoEndpoints.version)
        #expect(world.time.sleeps.first == .seconds(2) && world.time.sleeps.count == 3)
    }

    @Test func aRequestAsksForItsNextTokenAgain() async throws {
        let world = OAuthTests.world([
            OAuthTests.token("one"), Self.passing("server_error", status: 500), OAuthTests.token("two"),
        ])
        _ = try await Self.client(world).send(ArgoEndpoints.version)
        #expect(world.transport.requests.count == 3 && world.time.sleeps.count == 1)
    }

    @Test func aRequestGivesUpAfterAsManyTriesAsAnyOther() async throws {
        let world = OAuthTests.world([Self.passing("server_error", status: 500)])
        await #expect(
            throws: BackendError.login(.server(status: 500, message: "server_error (tried 6 times)"))
        ) { try await Self.client(world).send(ArgoEndpoints.version) }
        #expect(world.transport.requests.count == 6)
    }

    @Test func aRequestNeverWaitsBeyondItsTime() async throws {
        let world = OAuthTests.world([Self.passing("too_many_requests", status: 429, retryAfter: "30")])
        await #expect(throws: BackendError.login(.throttled("too_many_requests", retryAfter: 30))) {
            try await Self.client(world).send(ArgoEndpoints.version)
        }
        #expect(world.time.sleeps == [])
    }

    @Test func aLoginGoesOn() async throws {
        let world = OAuthTests.world([
            Self.passing("server_error", status: 500), Self.passing("slow_down", status: 429, retryAfter: "25"),
            OAuthTests.token("one"),
        ])
        try await Self.login(world)
        #expect(world.time.sleeps == [.seconds(5), .seconds(10), .seconds(25)])
        #expect(try await world.source(.oauth(OAuthTests.client(.device))).header()?.value == "Bearer one")
    }

    /// Nobody knows whether the code was confirmed.
    @Test func aLoginThatTheServerNeverAnswersSaysSo() async throws {
        let world = OAuthTests.world([Self.passing("server_error", status: 500)])
        await #expect(throws: BackendError.login(.server(status: 500, message: "server_error"))) {
            try await Self.login(world)
        }
    }

    private static func login(_ world: TestWorld) async throws {
        try await OAuthToken(client: OAuthTests.client(.device), origin: "x", world: world.world).logIn { _ in }
    }
}
