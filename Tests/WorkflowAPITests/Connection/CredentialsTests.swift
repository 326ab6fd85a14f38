import Testing

@testable import WorkflowAPI

@Suite struct CredentialsTests {
    @Test(arguments: [
        ("abc", "Bearer abc"), ("v2:abc", "Bearer v2:abc"), ("  abc\n", "Bearer abc"), ("Bearer abc", "Bearer abc"),
        ("bearer   abc", "Bearer abc"), ("BASIC dTpw", "Basic dTpw"), ("Bearer v2:a.b", "Bearer v2:a.b"),
        ("Negotiate YII=", "Negotiate YII="),
    ])
    func completesATokenWithItsScheme(_ token: String, _ header: String) throws {
        let expected = Credentials(authorization: Secret(header), source: .flag("--token"))
        #expect(try Credentials(token: token, from: .flag("--token")) == expected)
    }

    @Test(arguments: [
        ("", TokenProblem.empty), (" \n", .empty), ("Bearer", .schemeOnly("Bearer")), ("basic ", .schemeOnly("basic")),
        ("a\r\nb", .unprintable), ("a\u{0}b", .unprintable), ("schlüssel", .unprintable),
    ])
    func refusesWhatNoHeaderMayHold(_ token: String, _ problem: TokenProblem) {
        #expect(throws: ConfigurationError.token(.flag("--token"), problem)) {
            try Credentials(token: token, from: .flag("--token"))
        }
    }

    @Test func neverShowsItself() throws {
        let credentials = try Credentials(token: "s3cret", from: .flag("--token"))
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), dumped] { #expect(!text.contains("s3cret")) }
    }

    @Test(arguments: [
        ("X-A", HeaderProblem.noColon), (": b", .badName("")), ("X A: b", .badName("X A")),
        ("X-A\r\n: b", .badName("X-A\r\n")), ("X-A : b", .badName("X-A ")), ("X-A: b\r\nX-B: c", .badValue("X-A")),
        ("X-A: \u{0}", .badValue("X-A")), ("Content-Length: 0", .reserved("Content-Length")),
    ])
    func refusesHeadersThatWouldBreakTheRequest(_ option: String, _ problem: HeaderProblem) {
        #expect(throws: ConfigurationError.header(problem)) { try HTTPRequest.Header(option: option) }
    }

    @Test(arguments: [
        ("https://h/a?b=c", "https://h/a?b=c"), ("https://u:p@h:1/a@b", "https://***@h:1/a@b"), ("//u@h", "//***@h"),
        ("/login?token=abc&next=/x#access_token=y", "/login?token=***&next=/x#access_token=***"),
        ("https://h?a=b=c&client_secret=a=b", "https://h?a=b=c&client_secret=***"), ("", ""),
    ])
    func masksCredentialsInURLs(_ url: String, _ shown: String) { #expect(MaskedURL.text(url) == shown) }
}
