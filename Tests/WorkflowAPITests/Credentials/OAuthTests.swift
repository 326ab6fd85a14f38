import DocumentKit
import Synchronization
import TestSupport
import Testing

@testable import WorkflowAPI

/// An authorization server behind a stub: what is asked of it, and what is made of its answers.
@Suite struct OAuthTests {
    static func client(_ grant: OAuthClient.Grant) -> OAuthClient {
        var client = OAuthClient(grant, clientID: "wf ctl", tokenURL: "https://id.test/token")
        client.scopes = ["openid", "groups"]
        if grant == .device {
            client.deviceURL = "https://id.test/device"
        } else {
            client.clientSecret = .secret(Secret("s:3"))
        }
        return client
    }

    /// Answers the token route with these, the last one again and again.
    static func world(_ answers: [LoopbackAnswer]) -> TestWorld {
        let left = Mutex(answers)
        return TestWorld { request in
            if request.path == "/device" {
                return .json(
                    #"{"device_code":"D","user_code":"ABCD","verification_uri":"https://id.test/go","expires_in":60,"interval":5}"#
                )
            }
            return left.withLock { $0.count > 1 ? $0.removeFirst() : $0.first }
        }
    }

    static func token(_ name: String, lifetime: Int = 3600, refresh: String? = nil) -> LoopbackAnswer {
        .json(
            #"{"access_token":"\#(name)","token_type":"bearer","expires_in":\#(lifetime)"#
                + (refresh.map { #","refresh_token":"\#($0)""# } ?? "") + "}")
    }

    static func refusal(_ code: String) -> LoopbackAnswer { .json(#"{"error":"\#(code)"}"#, status: 400) }

    static func bodies(_ world: TestWorld) -> [String] {
        world.transport.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) }
    }

    @Test func aProgramsTokenIsKeptRefreshedInTimeAndOnceAfterARefusal() async throws {
        let world = Self.world([
            Self.token("one", lifetime: 600), Self.token("two", lifetime: 600), Self.token("three"),
        ])
        let method = Credentials.Method.oauth(Self.client(.clientCredentials))
        #expect(try await world.source(method).header()?.value == "Bearer one")
        let request = try #require(world.transport.requests.first)
        #expect(request.method == .post && request.url == "https://id.test/token")
        #expect(Self.bodies(world) == ["grant_type=client_credentials&scope=openid%20groups"])
        // The form encoding of both, joined by a colon: `wf%20ctl:s%3A3`.
        #expect(request.headers.contains(.init("Authorization", "Basic d2YlMjBjdGw6cyUzQTM=")))
        // A later command finds it.
        #expect(try await world.source(method).header()?.value == "Bearer one")
        #expect(world.transport.requests.count == 1)
        world.time.pass(.seconds(575))
        let source = world.source(method)
        let second = try #require(try await source.header())
        #expect(second.value == "Bearer two")
        #expect(try await source.renew(after: second))
        #expect(try await source.header()?.value == "Bearer three")
        #expect(world.transport.requests.count == 3)
    }

    @Test(arguments: ["se cret+/", "se cret+/\n", "se cret+/\r\n"])
    func aClientSecretIsAWholeLine(_ text: String) async throws {
        let world = Self.world([Self.token("one")])
        world.write(text, to: "/s")
        var client = Self.client(.clientCredentials)
        client.clientSecret = .file("/s")
        _ = try await world.source(.oauth(client)).header()
        // `wf%20ctl:se%20cret%2B%2F`
        let header = HTTPRequest.Header("Authorization", "Basic d2YlMjBjdGw6c2UlMjBjcmV0JTJCJTJG")
        #expect(world.transport.requests.first?.headers.contains(header) == true)
    }

    @Test(arguments: [nil, "", " \n"]) func aClientSecretIsNotEmpty(_ text: String?) async {
        let world = Self.world([Self.token("one")])
        world.write(text, to: "/s")
        var client = Self.client(.clientCredentials)
        client.clientSecret = .file("/s")
        let source = world.source(.oauth(client))
        await #expect(throws: BackendError.unauthenticated("there is no client secret in '/s'")) {
            try await source.header()
        }
    }

    @Test func aPersonConfirmsACode() async throws {
        let world = Self.world([
            Self.refusal("authorization_pending"), Self.refusal("slow_down"),
            Self.token("one", lifetime: 60, refresh: "R"),
            Self.token("two"),
        ])
        let login = OAuthToken(client: Self.client(.device), origin: "x", world: world.world)
        let shown = Mutex<[String]>([])
        try await login.logIn { code in shown.withLock { $0 = [code.userCode, code.address] } }
        #expect(shown.withLock { $0 } == ["ABCD", "https://id.test/go"])
        #expect(world.time.sleeps == [.seconds(5), .seconds(5), .seconds(10)])
        #expect(
            Self.bodies(world).prefix(2) == [
                "scope=openid%20groups&client_id=wf%20ctl",
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=D&client_id=wf%20ctl",
            ])
        let method = Credentials.Method.oauth(Self.client(.device))
        #expect(try await world.source(method).header()?.value == "Bearer one")
        world.time.pass(.seconds(60))
        #expect(try await world.source(method).header()?.value == "Bearer two")
        #expect(Self.bodies(world).last == "grant_type=refresh_token&refresh_token=R&client_id=wf%20ctl")
        #expect(try await login.logOut())
        #expect(try await login.logOut() == false)
        await #expect(throws: BackendError.self) { try await world.source(method).header() }
    }

    @Test(arguments: [
        (refusal("access_denied"), "the login was refused"),
        (refusal("expired_token"), "nobody confirmed the code in time"),
        (refusal("authorization_pending"), "nobody confirmed the code in time"),
        (refusal("invalid_client"), "the OAuth server refused: invalid_client"),
    ])
    func aLoginThatFailsSaysWhy(_ answer: LoopbackAnswer, _ part: String) async throws {
        let login = OAuthToken(client: Self.client(.device), origin: "x", world: Self.world([answer]).world)
        await #expect(throws: BackendError.unauthenticated("x: \(part)")) { try await login.logIn { _ in } }
    }

    /// As GitHub does it.
    @Test func aRefusalMayComeWithStatus200() async throws {
        let world = Self.world([
            .json(#"{"error":"authorization_pending","error_description":"wait"}"#), Self.token("one"),
        ])
        try await OAuthToken(client: Self.client(.device), origin: "x", world: world.world).logIn { _ in }
        #expect(try await world.source(.oauth(Self.client(.device))).header()?.value == "Bearer one")
    }

    /// The login is as good as it was: only the server is not well.
    @Test func aRefusalThatIsNotAboutTheLoginAsksForNone() async throws {
        let world = Self.world([
            Self.token("one", lifetime: 1, refresh: "R"), Self.refusal("temporarily_unavailable"),
            Self.refusal("invalid_grant"),
        ])
        try await OAuthToken(client: Self.client(.device), origin: "x", world: world.world).logIn { _ in }
        world.time.pass(.seconds(1))
        let source = world.source(.oauth(Self.client(.device)))
        await #expect(
            throws: BackendError.unauthenticated(
                "the OAuth login of context prod: the OAuth server refused: temporarily_unavailable")
        ) { try await source.header() }
        await #expect(
            throws: BackendError.unauthenticated(
                "the OAuth login of context prod: not logged in (invalid_grant); use 'wfctl auth login'")
        ) { try await source.header() }
    }

    @Test(arguments: [#""3599""#, "3599.9"]) func aLifetimeMayBeWrittenInOtherWays(_ lifetime: String) async throws {
        let world = Self.world([.json(#"{"access_token":"one","expires_in":\#(lifetime)}"#), Self.token("two")])
        let method = Credentials.Method.oauth(Self.client(.clientCredentials))
        #expect(try await world.source(method).header()?.value == "Bearer one")
        world.time.pass(.seconds(3_500))
        #expect(try await world.source(method).header()?.value == "Bearer one")
        world.time.pass(.seconds(100))
        #expect(try await world.source(method).header()?.value == "Bearer two")
    }

    @Test func aProgramNeedsNoPlaceForItsToken() async throws {
        let world = Self.world([Self.token("one")])
        var machine = world.world
        machine.tokens = TokenStore(
            load: { _ in nil }, save: { _, _ in throw BackendError.storage("read-only") }, remove: { _ in false },
            lock: { _ in throw BackendError.storage("read-only") })
        let program = Credentials(.oauth(Self.client(.clientCredentials)), from: .context("prod"))
        #expect(try await program.source(in: machine).header()?.value == "Bearer one")
        let login = OAuthToken(client: Self.client(.clientCredentials), origin: "x", world: machine)
        await #expect(throws: BackendError.storage("read-only")) { try await login.logIn { _ in } }
    }

    @Test func aDeviceCodeLeadsToTheWeb() {
        func code(_ address: String) -> DeviceCode? {
            let rest = #""user_code":"A","verification_uri_complete":"x"}"#
            let text = #"{"device_code":"D","verification_uri":"\#(address)",\#(rest)"#
            return (try? JSONReader.read(Array(text.utf8)).root).flatMap(DeviceCode.init)
        }
        #expect(code("https://id.test/go")?.address == "https://id.test/go")
        #expect(code("https://id.test/go")?.completeAddress == nil)
        for address in ["", "x", "javascript:alert(1)", "file:///etc/passwd"] { #expect(code(address) == nil) }
    }

    @Test(arguments: [
        LoopbackAnswer.html("<html>s3cret</html>"), .json("[]"), .json("{}"), .json(#"{"access_token":"s3cret\n"}"#),
        .json(#"{"access_token":"s3cret","token_type":"mac"}"#), .text("s3cret", status: 302),
        .text("s3cret", status: 500),
        refusal("invalid_scope"),
    ])
    func anAnswerThatIsNoTokenIsAnError(_ answer: LoopbackAnswer) async throws {
        let source = Self.world([answer]).source(.oauth(Self.client(.clientCredentials)))
        do {
            _ = try await source.header()
            Issue.record("there was a header")
        } catch let error as BackendError {
            #expect(!error.statement.contains("s3cret"), "\(error.statement)")
        }
    }

    @Test func aFailureOfTheOAuthServerIsNotTheServersOwn() async throws {
        for answer in [LoopbackAnswer.json("[]"), .json("{}"), .silence] {
            let source = Self.world([answer]).source(.oauth(Self.client(.clientCredentials)))
            let error = await #expect(throws: BackendError.self) { try await source.header() }
            guard case .login(let inner)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(error?.transience == inner.transience && error?.statement == inner.statement)
        }
    }

    @Test(arguments: [
        (SettingSource.chosenContext("prod"), "wfctl auth login --context prod"),
        (.context("prod"), "wfctl auth login"),
    ])
    func whoeverIsNotLoggedInLearnsTheWholeCommand(_ source: SettingSource, _ command: String) async {
        let login = Credentials(.oauth(Self.client(.device)), from: source).source(in: Self.world([]).world)
        await #expect(
            throws: BackendError.unauthenticated("the OAuth login of context prod: not logged in; use '\(command)'")
        ) { try await login.header() }
    }

    @Test(arguments: [
        ("https://id.example.com/token", true), ("http://127.0.0.1:8080/token", true), ("http://[::1]/t", true),
        ("http://localhost/t?a=b", true), ("http://id.example.com/token", false), ("unix:///x", false), ("id:1", false),
        ("http://127.0.0.1.evil.example/t", false), ("ftp://localhost/t", false), ("https://id/#x", false),
    ])
    func secretsGoToTLSOrThisMachineOnly(_ url: String, _ isSafe: Bool) { #expect(OAuthClient.isSafe(url) == isSafe) }
}
