import Testing
import TestSupport
import WorkflowAPI

/// What comes back, over a real connection.
@Suite(.timeLimit(.minutes(5))) struct TransportAnswerTests {
    private let transport = URLSessionTransport()

    private func get(_ url: String) async throws -> HTTPResponse {
        try await transport.send(HTTPRequest(.get, url), timeout: .seconds(60), limit: 1 << 20)
    }

    @Test func deliversStatusHeadersAndBody() async throws {
        let server = try LoopbackServer(["GET /a": .json(#"{"a":1}"#, status: 404)])
        let answer = try await get(server.url + "/a?b=c%2Fd")
        #expect(answer.head.status == 404)
        #expect(answer.head["content-type"] == "application/json")
        #expect(String(decoding: answer.body, as: UTF8.self) == #"{"a":1}"#)
        #expect(server.requests.map(\.target) == ["/a?b=c%2Fd"])
        try server.verify()
    }

    /// The server would go on for gigabytes: what ends it is that nobody listens any more.
    @Test(arguments: [401, 404, 500])
    func readsNoMoreOfAnErrorThanCanBeItsMessage(_ status: Int) async throws {
        let endless = LoopbackAnswer.Part.repeated([UInt8](repeating: 0x78, count: 1 << 16), count: 1 << 20)
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(status: status, framing: .chunked(), parts: [endless])
        ])
        let answer = try await get(server.url + "/")
        #expect(answer.head.status == status)
        #expect(answer.body.count > 1000 && answer.body.count < 1 << 20)
    }

    @Test func sendsMethodHeadersAndBody() async throws {
        let server = try LoopbackServer(["POST /a": .json("{}")])
        _ = try await transport.send(
            HTTPRequest(
                .post, server.url + "/a", headers: [.init("Authorization", "Bearer x"), .init("accept", "a/b")],
                body: Array(#"{"x":"é"}"#.utf8)),
            timeout: .seconds(60), limit: 100)
        let request = try #require(server.requests.first)
        #expect(request.text == #"{"x":"é"}"#)
        #expect(request[header: "Authorization"] == "Bearer x")
        #expect(request[header: "Accept"] == "a/b")
        #expect(request[header: "Content-Type"] == "application/json")
        #expect(request[header: "Accept-Encoding"] == "identity")
        #expect(request[header: "Expect"] == nil)
    }

    @Test func leavesDefaultsToTheRequest() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let headers: [HTTPRequest.Header] = [
            .init("accept-encoding", "gzip"), .init("USER-AGENT", "me"), .init("content-type", "text/plain"),
            .init("X-Two", "a"), .init("X-Two", "b"),
        ]
        _ = try await transport.send(
            HTTPRequest(.put, server.url + "/", headers: headers, body: [0x78]), timeout: .seconds(60), limit: 100)
        let request = try #require(server.requests.first)
        for header in headers.prefix(3) { #expect(request[header: header.name] == header.value) }
        #expect(request[header: "X-Two"] == "a,b")
    }

    @Test func streamsChunkByChunk() async throws {
        let gate = Gate()
        let server = try LoopbackServer([
            "GET /log": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .wait(gate), .text("two")])
        ])
        let stream = try await transport.stream(
            HTTPRequest(.get, server.url + "/log"), timeout: .seconds(60), idle: nil)
        var chunks: [String] = []
        for try await chunk in stream.body {
            chunks.append(String(decoding: chunk, as: UTF8.self))
            gate.open()
        }
        #expect(chunks == ["one", "two"])
    }

    @Test func reachesIPv6Literals() async throws {
        let server = try LoopbackServer(on: .v6, ["GET /": .text("six")])
        let answer = try await get(server.url + "/")
        #expect(String(decoding: answer.body, as: UTF8.self) == "six")
        #expect(server.requests.first?[header: "Host"] == server.authority)
    }

    @Test(arguments: [
        [HTTPRequest.Header("Checksum", "1")], [HTTPRequest.Header("A", "1"), HTTPRequest.Header("B", "2")],
        [HTTPRequest.Header("HTTP/1.1 500 x", "y"), HTTPRequest.Header("Content-Type", "text/html")],
    ])
    func dropsTrailers(trailers: [HTTPRequest.Header]) async throws {
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .chunked(trailers: trailers), parts: [.text("body")])
        ])
        let answer = try await get(server.url + "/")
        #expect(answer.head.status == 200)
        #expect(String(decoding: answer.body, as: UTF8.self) == "body")
        #expect(trailers.allSatisfy { answer.head[$0.name] == nil })
    }

    @Test(arguments: [
        "HTTP/1.1 200\r\nA: b\r\n\r\n", "HTTP/1.1 200 OK\nA: b\n\n", "HTTP/1.0 200 OK\r\nA: b\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n",
    ])
    func readsUnusualHeads(head: String) async throws {
        let server = try LoopbackServer(["GET /": .raw([.text(head + "body"), .cut])])
        let answer = try await get(server.url + "/")
        #expect(
            answer == HTTPResponse(head: HTTPHead(status: 200, headers: [.init("A", "b")]), body: Array("body".utf8)))
    }

    @Test func readsHeadersBeyondASCIIAsLatin1() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nA: caf".utf8) + [0xE9] + Array("\r\nContent-Length: 2\r\n\r\nok".utf8)
        let server = try LoopbackServer(["GET /": .raw([.bytes(head)])])
        #expect(try await get(server.url + "/").head["A"] == "café")
    }

    @Test(arguments: [
        "Basic realm=\"argo\"", "Basic", "", "Digest realm=\"x\"", "Negotiate", "Bearer", "realm=", "Basic realm=",
        "Basic realm=\"", "Basic realm=realm=",
    ])
    func returnsA401WhateverItsChallenge(challenge: String) async throws {
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(
                status: 401, headers: [.init("WWW-Authenticate", challenge)], parts: [.text("who are you")])
        ])
        let answer = try await get(server.url + "/")
        #expect(answer.head.status == 401)
        #expect(String(decoding: answer.body, as: UTF8.self) == "who are you")
        #expect(server.requests.count == 1)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func neverFollowsRedirects(status: Int) async throws {
        let other = try LoopbackServer()
        let server = try LoopbackServer { _ in
            LoopbackAnswer(status: status, headers: [.init("Location", other.url + "/b")], parts: [.text("moved")])
        }
        let answer = try await transport.send(
            HTTPRequest(.get, server.url + "/", headers: [.init("Authorization", "Bearer secret")]),
            timeout: .seconds(60), limit: 1000)
        #expect(answer.head.status == status)
        #expect(answer.head["Location"] == other.url + "/b")
        #expect(String(decoding: answer.body, as: UTF8.self) == "moved")
        #expect(other.requests.isEmpty)
    }

    @Test(arguments: ["", "http://", "::::", "//", "http://[", "javascript:x", "%zz"])
    func survivesRedirectsToNowhere(location: String) async throws {
        let server = try LoopbackServer { _ in
            LoopbackAnswer(status: 302, headers: [.init("Location", location)], parts: [.text("moved")])
        }
        #expect(try await get(server.url + "/").head.status == 302)
    }
}
