import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct FailedAnswerTests {
    static let request = HTTPRequest(.get, "http://argo:2746/api/v1/workflows/argo/x")

    static func failure(
        _ status: Int, _ body: String, _ headers: [String: String] = ["Content-Type": "application/json"],
        in dialect: Dialect = .argo
    ) -> FailedAnswer {
        let head = HTTPHead(status: status, headers: headers.map { HTTPRequest.Header($0.key, $0.value) })
        return FailedAnswer(request, head, body: Array(body.utf8), in: dialect, now: .epoch)
    }

    @Test(arguments: [
        (400, #"{"code":3,"message":"bad"}"#, BackendError.invalid("bad")),
        (401, #"{"code":16,"message":"token not valid"}"#, .unauthenticated("token not valid")),
        (403, #"{"code":7,"message":"no"}"#, .forbidden("no")),
        (
            404, #"{"code":5,"message":"workflows.argoproj.io \"x\" not found"}"#,
            .notFound(#"workflows.argoproj.io "x" not found"#)
        ),
        (404, #"{"error":"Item not found."}"#, .notFound("Item not found.")),
        (404, "data: {\"error\":{\"grpc_code\":5,\"http_code\":404,\"message\":\"gone\"}} \n\n", .notFound("gone")),
        (409, #"{"code":6,"message":"there"}"#, .conflict("there")),
        (409, #"{"code":10,"message":"aborted"}"#, .conflict("aborted")),
        (422, #"{"message":"strange"}"#, .invalid("strange")),
        (429, "slow down", .throttled("slow down", retryAfter: nil)),
        (500, #"{"code":13,"message":"boom","details":[{"a":1}]}"#, .server(status: 500, message: "boom")),
        (503, "upstream  connect\r\n error", .server(status: 503, message: "upstream connect error")),
        (500, #"{"code":13}"#, .server(status: 500, message: "no reason was given")),
        (503, "", .server(status: 503, message: "no reason was given")),
        (500, #"["a"]"#, .server(status: 500, message: #"["a"]"#)),
        (
            500, #"{"message":7,"error":null}"#,
            .server(status: 500, message: "no reason was given")
        ),
        (403, "", .forbidden("the server answered 403 without a reason")),
        (400, "{}", .invalid("the server answered 400 without a reason")),
        (401, #"{"kind":"Status"}"#, .unauthenticated("the server answered 401 without a reason")),
        (404, #"{"code":5}"#, .notFound("the server answered 404 without a reason")),
        (409, #"{"message":""}"#, .conflict("the server answered 409 without a reason")),
        (422, #"{"code":3}"#, .invalid("the server answered 422 without a reason")),
        (429, " ", .throttled("the server answered 429 without a reason", retryAfter: nil)),
        (404, "", .server(status: 404, message: "no reason was given")),
        (100, "", .server(status: 100, message: "no reason was given")),
    ])
    func saysWhatTheServerSaid(_ status: Int, _ body: String, _ error: BackendError) {
        #expect(Self.failure(status, body).error == error)
    }

    @Test func aProxysRefusalIsNotTheServers() {
        for body in ["", "<html><title>407</title></html>", #"{"message":"x"}"#] {
            let failure = Self.failure(407, body, ["Proxy-Authenticate": "Basic realm=x"])
            #expect(
                failure.error
                    == .proxyDenied("argo:2746 is reached by way of a proxy, which wants to know who asks (407)"))
            #expect(failure.transience == .lasting)
        }
    }

    @Test(arguments: [
        (501, #"{"code":12,"message":"Not Implemented"}"#, true), (500, #"{"code":12,"message":"x"}"#, true),
        (404, #"{"code":5,"message":"x"}"#, false), (404, #"{"error":"x"}"#, true), (404, "404 page not found", true),
        (404, #"{"code":5,"message":"Not Found","details":[]}"#, true), (404, "", true),
        (404, #"{"message":"no Route matched"}"#, true), (405, "", true),
        (403, #"{"code":7,"message":"x"}"#, false), (500, "", false), (404, "<html></html>", true),
    ])
    func tellsAnUnknownRouteFromAMissingObject(_ status: Int, _ body: String, _ isUnknown: Bool) {
        #expect(Self.failure(status, body, [:]).isUnknownRoute == isUnknown)
    }

    static let status = #"{"kind":"Status","status":"Failure","message":"m","code":404,"#

    /// What one API says is another's gateway.
    @Test(arguments: [
        (#"{"code":5,"message":"m"}"#, Dialect.argo), (#"{"error":{"grpc_code":5,"message":"m"}}"#, .argo),
        (status + #""reason":"NotFound","details":{"name":"x","kind":"workflows"}}"#, .kubernetes),
        (#"{"error":"m"}"#, .dashboard), (#"{"success":false,"message":"m"}"#, .dashboard),
        (#"{"code":404,"message":"m"}"#, nil), (#"{"message":"m"}"#, nil), (#"{"error":{"message":"m"}}"#, nil),
        (#"{"code":"5","message":"m"}"#, nil), (status + #""reason":"NotFound","details":{}}"#, nil),
        (status + #""reason":"Gone","details":{"name":"x"}}"#, nil), (#"{"success":true,"message":"m"}"#, nil),
    ])
    func onlyTheAPIsOwnWordMeansThatSomethingIsMissing(_ body: String, _ own: Dialect?) {
        for dialect in [Dialect.argo, .kubernetes, .dashboard] {
            let answer = Self.failure(404, body, in: dialect)
            #expect(answer.error == (dialect == own ? .notFound("m") : .server(status: 404, message: "m")))
            #expect(answer.isUnknownRoute == (dialect != own))
        }
    }

    @Test func neverTakesAGatewaysWordForAMissingWorkflow() {
        #expect(
            Self.failure(404, "404 page not found", [:]).error == .server(status: 404, message: "404 page not found"))
    }

    @Test(arguments: [("7", 7), ("soon", nil), ("Thu, 01 Jan 1970 00:02:00 GMT", 120)] as [(String, Int?)])
    func passesOnHowLongToWait(_ value: String, _ seconds: Int?) {
        let failure = Self.failure(429, "no", ["retry-after": value, "Content-Type": "text/plain"])
        #expect(failure.error == .throttled("no", retryAfter: seconds))
    }

    @Test func cutsEndlessMessages() {
        guard case .server(_, let message) = Self.failure(500, String(repeating: "x", count: 100_000)).error else {
            Issue.record("not an error of the server")
            return
        }
        #expect(message.count == 501)
    }

    static let page = "an HTML page ('Argo İ UI') came from '\(request.url)', which does not look like the API"

    @Test(arguments: [
        (200, BackendError.malformed(page)),
        (404, .malformed(page)),
        (401, .unauthenticated(page)),
        (502, .server(status: 502, message: page)),
    ])
    func knowsAPageForPeople(_ status: Int, _ error: BackendError) {
        let body = "\n<!DOCTYPE html><html><head><TITLE lang=en> Argo İ\n UI </TITLE></head></html>"
        #expect(Self.failure(status, body, ["content-type": "text/html; charset=utf-8"]).error == error)
        guard status != 200 else { return }
        #expect(Self.failure(status, body, ["content-type": "text/plain"]).error == error)
    }

    @Test(arguments: [
        ("https://argo:2746/api/v1/workflows/argo/x", "use --secure or an https:// address"),
        ("/argo/api/v1/workflows/argo/x", "use --argo-base-href '/argo'"),
        ("http://argo:2746/argo/api/v1/workflows/argo/x?a=b", "use --argo-base-href '/argo'"),
        (
            "http://login.example/start?token=s3cret",
            "check the address and the base path (--argo-base-href, ARGO_BASE_HREF)"
        ),
    ])
    func saysWhereARedirectLeadsAndWhatToChange(_ location: String, _ advice: String) {
        let shown = location.replacing("s3cret", with: "***")
        #expect(
            Self.failure(307, "", ["Location": location]).error
                == .server(
                    status: 307,
                    message: "a redirect to '\(shown)', which is not followed; \(advice)"))
    }
}
