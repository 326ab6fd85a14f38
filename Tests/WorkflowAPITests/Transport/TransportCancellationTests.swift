import TestSupport
import Testing
import WorkflowAPI

/// Giving up, at every moment.
@Suite(.timeLimit(.minutes(5))) struct TransportCancellationTests {
    private let transport = URLSessionTransport()

    @Test func cancelsARequestThatWaits() async throws {
        let (arrived, closed) = (Gate(), Gate())
        let server = try LoopbackServer(["GET /": .raw([.open(arrived), .untilPeerCloses, .open(closed)])])
        let task = Task {
            try await transport.send(HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), limit: 1000)
        }
        try await arrived.opened()
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        try await closed.opened()
    }

    @Test func cancelsAStreamThatWaitsForItsHead() async throws {
        let (arrived, closed) = (Gate(), Gate())
        let server = try LoopbackServer(["GET /": .raw([.open(arrived), .untilPeerCloses, .open(closed)])])
        let task = Task {
            _ = try await transport.stream(HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), idle: nil)
        }
        try await arrived.opened()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await closed.opened()
    }

    @Test func cancelsAQuietStream() async throws {
        let (reading, closed) = (Gate(), Gate())
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .untilPeerCloses, .open(closed)])
        ])
        let task = Task {
            let request = HTTPRequest(.get, server.url + "/")
            for try await _ in try await transport.stream(request, timeout: .seconds(50), idle: nil).body {
                reading.open()
            }
        }
        try await reading.opened()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await closed.opened()
    }

    @Test func closesTheConnectionWhenTheReaderBreaksOff() async throws {
        let closed = Gate()
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .untilPeerCloses, .open(closed)])
        ])
        let stream = try await transport.stream(
            HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), idle: nil)
        for try await _ in stream.body { break }
        try await closed.opened()
        withExtendedLifetime(stream) {}
    }

    @Test func closesTheConnectionOfAStreamNobodyReads() async throws {
        let closed = Gate()
        let server = try LoopbackServer([
            "GET /": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .untilPeerCloses, .open(closed)])
        ])
        _ = try await transport.stream(HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), idle: nil)
        try await closed.opened()
    }

    @Test func breaksOffAFloodThatIsHeldBack() async throws {
        let block = [UInt8](repeating: 0x78, count: 65_536)
        let server = try LoopbackServer { request in
            request.path == "/flood"
                ? LoopbackAnswer(framing: .chunked(), parts: [.repeated(block, count: 1_000_000)]) : .text("fine")
        }
        let stream = try await transport.stream(
            HTTPRequest(.get, server.url + "/flood"), timeout: .seconds(50), idle: nil)
        for try await _ in stream.body {
            // The flood waits behind us; another request must get through all the same.
            let answer = try await transport.send(
                HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), limit: 1000)
            #expect(answer.head.status == 200)
            break
        }
        let answer = try await transport.send(
            HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), limit: 1000)
        #expect(answer.head.status == 200)
    }

    @Test func survivesHundredsOfCancellationsAtAnyMoment() async throws {
        let block = [UInt8](repeating: 0x78, count: 20_000)
        let server = try LoopbackServer { request in
            switch request.path {
            case "/flood": LoopbackAnswer(framing: .chunked(), parts: [.repeated(block, count: 200)])
            case "/quiet": LoopbackAnswer(framing: .chunked(), parts: [.text("one"), .untilPeerCloses])
            case "/silent": .silence
            default: .text("short")
            }
        }
        await withTaskGroup { group in
            for number in 0..<400 {
                let path = ["/flood", "/quiet", "/silent", "/short"][number % 4]
                let request = HTTPRequest(.get, server.url + path)
                let delay = Duration.microseconds(Int.random(in: 0..<20_000))
                group.addTask {
                    let task = Task {
                        guard number % 8 < 4 else {
                            return _ = try await transport.send(request, timeout: .seconds(50), limit: 1 << 30)
                        }
                        for try await _ in try await transport.stream(request, timeout: .seconds(50), idle: nil).body {}
                    }
                    // Not waiting for anything: the moment is meant to be random.
                    try? await Task.sleep(for: delay)
                    task.cancel()
                    _ = await task.result
                }
                if number >= 64 { await group.next() }
            }
        }
        let answer = try await transport.send(
            HTTPRequest(.get, server.url + "/"), timeout: .seconds(50), limit: 1000)
        #expect(String(decoding: answer.body, as: UTF8.self) == "short")
    }
}
