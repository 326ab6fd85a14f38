import TestSupport
import Testing
import WorkflowAPI

/// The server the other tests believe.
@Suite(.timeLimit(.minutes(5))) struct LoopbackServerTests {
    private func get(_ url: String) async throws -> String {
        let answer = try await URLSessionTransport().send(HTTPRequest(.get, url), timeout: .seconds(60), limit: 1000)
        return "\(answer.head.status) \(String(decoding: answer.body, as: UTF8.self))"
    }

    @Test func answersInTurnAndRepeatsTheLast() async throws {
        let server = try LoopbackServer()
        server.on("GET /a", .text("one"), .text("two", status: 500))
        var answers: [String] = []
        for _ in 0..<3 { answers.append(try await get(server.url + "/a?x=\(answers.count)")) }
        #expect(answers == ["200 one", "500 two", "500 two"])
        try server.verify()
    }

    @Test func missesAnswersNobodyFetched() async throws {
        let server = try LoopbackServer(["GET /b": .text("b")])
        server.on("GET /a", .text("one"), .text("two"))
        _ = try await get(server.url + "/a")
        #expect(throws: LoopbackServer.VerificationError.unusedAnswers(["GET /a", "GET /b"])) { try server.verify() }
    }

    @Test func reportsWhatNobodyExpected() async throws {
        let server = try LoopbackServer()
        #expect(try await get(server.url + "/a") == #"501 {"code":12,"message":"Method Not Allowed"}"#)
        #expect(throws: LoopbackServer.VerificationError.unknownRoutes(["GET /a"])) { try server.verify() }
    }

    @Test func readsQueriesAsGoDoes() async throws {
        let server = try LoopbackServer { _ in .text("") }
        _ = try await get(server.url + "/a%2Fb?x=1%20+2&y&x=%C3%A9&z=a=b")
        let request = try #require(server.requests.first)
        #expect(request.route == "GET /a%2Fb")
        #expect(request.query == [.init("x", "1  2"), .init("y", ""), .init("x", "é"), .init("z", "a=b")])
        #expect(request[query: "x"] == "1  2")
    }

    @Test func letsGoOfEverybodyWhenItCloses() async throws {
        let (arrived, never) = (Gate(), Gate())
        let server = try LoopbackServer(["GET /": .raw([.open(arrived), .wait(never)])])
        let task = Task { try await get(server.url + "/") }
        try await arrived.opened()
        server.close()
        await #expect(throws: BackendError.self) { _ = try await task.value }
    }
}
