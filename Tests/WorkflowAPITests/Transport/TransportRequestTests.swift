import TestSupport
import Testing
import WorkflowAPI

/// Requests that must not leave the house.
@Suite(.timeLimit(.minutes(5))) struct TransportRequestTests {
    private let transport = URLSessionTransport()

    @Test(arguments: ["a\nb", "a\r\nX-Evil: 1", "a\0b", "a\u{7F}"])
    func refusesHeaderValuesWithControlCharacters(value: String) async throws {
        let server = try LoopbackServer()
        let request = HTTPRequest(.get, server.url + "/", headers: [.init("Authorization", value)])
        await #expect(
            throws: BackendError.invalid(
                "the value of header 'Authorization' has a line break or another control character")
        ) {
            _ = try await transport.send(request, timeout: .seconds(60), limit: 1000)
        }
        #expect(server.requests.isEmpty)
    }

    @Test func sendsValuesInLinesOfTheirOwnWhereTold() async throws {
        let server = try LoopbackServer { _ in .text("") }
        var groups = HTTPRequest.Header("Impersonate-Group", "a, b")
        groups.furtherValues = ["c:d", "é f"]
        let request = HTTPRequest(.get, server.url + "/", headers: [groups, .init("X-Other", "x, y")])
        for _ in 0..<3 { _ = try await transport.send(request, timeout: .seconds(60), limit: 1000) }
        for request in server.requests {
            let lines = request.headers.filter { ["impersonate-group", "x-other"].contains($0.name.lowercased()) }
            #expect(lines.map(\.value).sorted() == ["a, b", "c:d", "x, y", "é f"])
        }
        groups.furtherValues = ["a\u{1F}b"]
        await #expect(throws: BackendError.self) {
            _ = try await transport.send(
                HTTPRequest(.get, server.url + "/", headers: [groups]), timeout: .seconds(60), limit: 1000)
        }
        #expect(server.requests.count == 3)
    }

    @Test(arguments: ["", "A B", "A\r\nB", "A:B", "É"]) func refusesHeaderNamesThatAreNone(name: String) async throws {
        let server = try LoopbackServer()
        let request = HTTPRequest(.get, server.url + "/", headers: [.init(name, "x")])
        await #expect(throws: BackendError.invalid("'\(name)' is not a valid header name")) {
            _ = try await transport.stream(request, timeout: .seconds(60), idle: nil)
        }
        #expect(server.requests.isEmpty)
    }

    @Test(arguments: [
        ("ftp://h/x", "h"), ("file:///etc/passwd", ""), ("HTTP://h/", "h"), ("h:2746", "h:2746"), ("", ""),
        ("http://", ""), ("http:///x", ""), ("http://h/a b", "h"), ("http://h/é", "h"), ("http://h:99999/", "h:99999"),
        ("http://user:secret@h:x/", "h:x"), ("http://[::1/", "[::1"),
    ])
    func refusesURLsThatAreNoneWithoutTellingSecrets(url: String, authority: String) async throws {
        await #expect(throws: BackendError.invalid("'\(authority)' does not make a valid http or https URL")) {
            _ = try await transport.send(HTTPRequest(.get, url), timeout: .seconds(60), limit: 1000)
        }
    }

    @Test func refusesABodyWithGet() async throws {
        await #expect(throws: BackendError.invalid("a GET request cannot have a body")) {
            let request = HTTPRequest(.get, "http://127.0.0.1:1/", body: [])
            _ = try await transport.send(request, timeout: .seconds(60), limit: 1000)
        }
    }

    @Test(arguments: ["/a%2Fb%25c%2Bd%20e%3B%C3%A9?x=a%20in%20%28b%29&y=%2B%3B", "/api/v1/workflows/", "/%2e%2e/x"])
    func sendsEscapesAsTheyAre(target: String) async throws {
        let server = try LoopbackServer { _ in .text("") }
        _ = try await transport.send(HTTPRequest(.get, server.url + target), timeout: .seconds(60), limit: 1000)
        #expect(server.requests.map(\.target) == [target])
    }

    @Test(arguments: HTTPRequest.Method.allKinds) func sendsEveryMethod(method: HTTPRequest.Method) async throws {
        let server = try LoopbackServer { _ in .text("ok") }
        let body: [UInt8]? = method == .get ? nil : Array("{}".utf8)
        _ = try await transport.send(
            HTTPRequest(method, server.url + "/", body: body), timeout: .seconds(60), limit: 1000)
        #expect(server.requests.map(\.method) == [method.rawValue])
        #expect(server.requests.map(\.body) == [body ?? []])
    }

    @Test func sendsALargeBodyWhole() async throws {
        let server = try LoopbackServer { _ in .text("ok") }
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        _ = try await transport.send(
            HTTPRequest(.post, server.url + "/", body: body), timeout: .seconds(40), limit: 1000)
        #expect(server.requests.map { $0.body == body } == [true])
    }

    @Test func usesOneConnectionForOneRequestAfterAnother() async throws {
        // In a process of its own: connections of other tests push idle ones out.
        await #expect(processExitsWith: .success) {
            let transport = URLSessionTransport()
            let server = try LoopbackServer { _ in .text("ok") }
            let request = HTTPRequest(.get, server.url + "/")
            for _ in 0..<5 {
                _ = try await transport.send(request, timeout: .seconds(60), limit: 1000)
                for try await _ in try await transport.stream(request, timeout: .seconds(60), idle: nil).body {}
            }
            #expect(server.requests.count == 10)
            #expect(server.connectionCount == 1)
        }
    }
}

extension HTTPRequest.Method {
    fileprivate static let allKinds: [Self] = [.get, .post, .put, .patch, .delete]
}
