import TestSupport
import Testing
import WorkflowAPI

/// Servers that break off, lie, or say nothing.
@Suite(.timeLimit(.minutes(5))) struct TransportFailureTests {
    private let transport = URLSessionTransport()

    /// An answer that ends wrongly, and what must become of it, `host` standing for the server's authority.
    struct BrokenAnswer: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var answer: LoopbackAnswer
        var error: BackendError
    }

    static let broken: [BrokenAnswer] = [
        BrokenAnswer(
            testDescription: "closed before the head", answer: .raw([.cut]),
            error: .truncated("host closed the connection without an answer: Empty reply from server")),
        BrokenAnswer(
            testDescription: "reset before the head", answer: .raw([.reset]),
            error: .truncated(
                "host closed the connection without an answer: Recv failure: Connection reset by peer")),
        BrokenAnswer(
            testDescription: "closed after the status line", answer: .raw([.text("HTTP/1.1 200 OK\r\n"), .cut]),
            error: .truncated("host closed the connection without an answer: Failure when receiving data from the peer")
        ),
        BrokenAnswer(
            testDescription: "closed within a header", answer: .raw([.text("HTTP/1.1 200 OK\r\nConte"), .cut]),
            error: .truncated("host closed the connection without an answer: Failure when receiving data from the peer")
        ),
        BrokenAnswer(
            testDescription: "closed after an interim answer",
            answer: .raw([.text("HTTP/1.1 103 Early\r\n\r\n"), .cut]),
            error: .truncated("host closed the connection without an answer: Empty reply from server")),
        BrokenAnswer(
            testDescription: "chunked body without its last chunk",
            answer: LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .cut]),
            error: .truncated("the answer of host was cut off: transfer closed with outstanding read data remaining")),
        BrokenAnswer(
            testDescription: "body shorter than announced",
            answer: LoopbackAnswer(framing: .length(10), parts: [.text("four"), .cut]),
            error: .truncated("the answer of host was cut off: transfer closed with 6 bytes remaining to read")),
        BrokenAnswer(
            testDescription: "not HTTP at all", answer: .raw([.text("220 smtp ready\r\n")]),
            error: .malformed("host does not answer in proper HTTP: Received HTTP/0.9 when not allowed")),
        BrokenAnswer(
            testDescription: "a chunk size that is no number",
            answer: .raw([.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]),
            error: .malformed(
                "host does not answer in proper HTTP: Illegal or missing hexadecimal sequence in chunked-encoding")),
    ]

    @Test(arguments: broken) func namesWhatBroke(broken: BrokenAnswer) async throws {
        let server = try LoopbackServer(["GET /": broken.answer])
        let error = await #expect(throws: BackendError.self) {
            _ = try await transport.send(HTTPRequest(.get, server.url + "/"), timeout: .seconds(60), limit: 1000)
        }
        #expect(error?.withoutAuthority(server.authority) == broken.error)
    }

    @Test func neverTakesABrokenStreamForAnEnd() async throws {
        let gate = Gate()
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .wait(gate), .text("two"), .reset])
        ])
        var text = ""
        let error = await #expect(throws: BackendError.self) {
            let request = HTTPRequest(.get, server.url + "/")
            for try await chunk in try await transport.stream(request, timeout: .seconds(60), idle: nil).body {
                text += String(decoding: chunk, as: UTF8.self)
                gate.open()
            }
        }
        // A reset may overtake what was sent before it.
        #expect(["one", "onetwo"].contains(text))
        #expect(
            error?.withoutAuthority(server.authority)
                == .truncated("the answer of host was cut off: Recv failure: Connection reset by peer"))
    }

    @Test func deliversWhatCameBeforeTheBreak() async throws {
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .length(100), parts: [.text("begin"), .cut])
        ])
        var text = ""
        await #expect(throws: BackendError.self) {
            let request = HTTPRequest(.get, server.url + "/")
            for try await chunk in try await transport.stream(request, timeout: .seconds(60), idle: nil).body {
                text += String(decoding: chunk, as: UTF8.self)
            }
        }
        #expect(text == "begin")
    }

    @Test func saysThatNobodyListens() async throws {
        let port = try DeafPort()
        await #expect(throws: BackendError.unreachable("cannot connect to \(port.authority): connection refused")) {
            _ = try await transport.send(HTTPRequest(.get, port.url + "/"), timeout: .seconds(60), limit: 1000)
        }
    }

    @Test func saysThatTheHostDoesNotExist() async throws {
        let error = await #expect(throws: BackendError.self) {
            let request = HTTPRequest(.get, "http://no-such-host.invalid:2746/")
            _ = try await transport.send(request, timeout: .seconds(30), limit: 1000)
        }
        let authority = "no-such-host.invalid:2746"
        #expect(
            error
                == .unreachable("cannot connect to \(authority): Could not resolve host: no-such-host.invalid"))
    }

    @Test func saysThatPlainHTTPIsNotTLS() async throws {
        let server = try LoopbackServer { _ in .text("plain") }
        let error = await #expect(throws: BackendError.self) {
            let request = HTTPRequest(.get, "https://\(server.authority)/")
            _ = try await transport.send(request, timeout: .seconds(60), limit: 1000)
        }
        guard case .insecure(let text, .plainHTTP) = error else { throw try #require(error) }
        #expect(text.hasPrefix("no secure connection to \(server.authority): "))
    }

    @Test func stopsWaitingForASilentServer() async throws {
        let server = try LoopbackServer(["GET /": .silence])
        let request = HTTPRequest(.get, server.url + "/")
        let error = BackendError.timedOut("\(server.authority) did not answer within 0.25 s")
        await #expect(throws: error) {
            _ = try await transport.send(request, timeout: .milliseconds(250), limit: 1000)
        }
        await #expect(throws: error) {
            _ = try await transport.stream(request, timeout: .milliseconds(250), idle: nil)
        }
    }

    @Test func stopsWaitingForTheRestOfAnAnswer() async throws {
        let closed = Gate()
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .length(10), parts: [.text("four"), .untilPeerCloses, .open(closed)])
        ])
        await #expect(
            throws: BackendError.timedOut("the whole answer of \(server.authority) did not come within 10 s")
        ) {
            _ = try await transport.send(
                HTTPRequest(.get, server.url + "/"), timeout: .seconds(10), limit: 1000)
        }
        try await closed.opened()
    }

    @Test func endsAStreamThatFallsSilent() async throws {
        let closed = Gate()
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .untilPeerCloses, .open(closed)])
        ])
        var text = ""
        var idle = 200
        // On a busy machine that much time may pass before the first piece.
        while text.isEmpty {
            let stream = try await transport.stream(
                HTTPRequest(.get, server.url + "/"), timeout: .seconds(60), idle: .milliseconds(idle))
            let seconds = "\(Double(idle) / 1_000) s"
            await #expect(throws: BackendError.timedOut("nothing came from \(server.authority) for \(seconds)")) {
                for try await chunk in stream.body { text += String(decoding: chunk, as: UTF8.self) }
            }
            idle *= 2
        }
        #expect(text == "one")
        try await closed.opened()
    }

    @Test func refusesAnAnswerOverTheLimit() async throws {
        let closed = Gate()
        let server = try LoopbackServer { _ in
            LoopbackAnswer(
                framing: .chunked(),
                parts: [.repeated([UInt8](repeating: 0x78, count: 1000), count: 11), .untilPeerCloses, .open(closed)])
        }
        await #expect(
            throws: BackendError.malformed("the answer of \(server.authority) is longer than 10000 bytes")
        ) {
            _ = try await transport.send(HTTPRequest(.get, server.url + "/"), timeout: .seconds(60), limit: 10_000)
        }
        try await closed.opened()
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .patch])
    func neverSendsABodyTwice(method: HTTPRequest.Method) async throws {
        // In a process of its own, where the connection of the first request is there for the second.
        await #expect(processExitsWith: .success) { [name = method.rawValue as String] in
            let transport = URLSessionTransport()
            let server = try LoopbackServer { $0.method == "GET" ? .text("fine") : .raw([.cut]) }
            _ = try await transport.send(HTTPRequest(.get, server.url + "/"), timeout: .seconds(60), limit: 1000)
            let request = HTTPRequest(
                try #require(.init(rawValue: name)), server.url + "/", body: Array("{}".utf8))
            await #expect(
                throws: BackendError.truncated(
                    "\(server.authority) closed the connection without an answer: Empty reply from server")
            ) {
                _ = try await transport.send(request, timeout: .seconds(60), limit: 1000)
            }
            #expect(server.requests.map(\.method) == ["GET", name])
            #expect(server.requests.map(\.connection) == [0, 1])
        }
    }

    @Test func readsAgainWhenAKeptConnectionIsDead() async throws {
        await #expect(processExitsWith: .success) {
            let transport = URLSessionTransport()
            let server = try LoopbackServer { request in
                request.connection == 0 && request.path == "/second" ? .raw([.cut]) : .text("fine")
            }
            for path in ["/first", "/second"] {
                let answer = try await transport.send(
                    HTTPRequest(.get, server.url + path), timeout: .seconds(60), limit: 1000)
                #expect(String(decoding: answer.body, as: UTF8.self) == "fine")
            }
            #expect(server.requests.map(\.connection) == [0, 0, 1])
        }
    }
}

extension BackendError {
    /// The same error with `host` for the server's authority, whose port is another one each time.
    fileprivate func withoutAuthority(_ authority: String) -> BackendError {
        func replaced(_ text: String) -> String {
            text.split(separator: authority, omittingEmptySubsequences: false).joined(separator: "host")
        }
        return switch self {
        case .unreachable(let text): .unreachable(replaced(text))
        case .truncated(let text): .truncated(replaced(text))
        case .malformed(let text): .malformed(replaced(text))
        default: self
        }
    }
}
