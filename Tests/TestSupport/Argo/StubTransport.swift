import Synchronization
package import WorkflowAPI

/// A transport without sockets: the same answers that a `LoopbackServer` would send, in memory.
///
/// ```swift
/// let transport = StubTransport { request in request.path == "/api/v1/version" ? .json("{}") : nil }
/// let argo = FakeArgoServer(); let transport = StubTransport(handler: argo.handler)
/// ```
package final class StubTransport: HTTPTransport {
    /// How often a request may be asked for at all: a client that goes round in circles fails its test.
    private static let requestLimit = 200_000

    private let handler: LoopbackServer.Handler
    private let pieceSize: Int?
    private let time: TestTime?
    private let log = Mutex<[HTTPRequest]>([])

    /// - Parameters:
    ///   - pieceSize: cuts streamed bodies into pieces of that many bytes.
    ///   - time: passes in the pauses of an answer, instead of that of the machine.
    package init(pieceSize: Int? = nil, time: TestTime? = nil, handler: @escaping LoopbackServer.Handler) {
        self.time = time
        self.handler = handler
        self.pieceSize = pieceSize
    }

    /// Every request so far, as the client built it.
    package var requests: [HTTPRequest] { log.withLock { $0 } }

    package func send(_ request: HTTPRequest, timeout: Duration, limit: Int) async throws -> HTTPResponse {
        let stream = try await stream(request, timeout: timeout, idle: nil)
        var body: [UInt8] = []
        for try await piece in stream.body {
            body += piece
            guard body.count <= limit else { throw BackendError.malformed("the answer is over \(limit) bytes") }
        }
        return HTTPResponse(head: stream.head, body: body)
    }

    package func stream(_ request: HTTPRequest, timeout: Duration, idle: Duration?) async throws -> HTTPStream {
        let count = log.withLock { log in
            log.append(request)
            return log.count
        }
        guard count <= Self.requestLimit else { throw BackendError.unreachable("too many requests") }
        try Task.checkCancellation()
        let lines = request.headers.flatMap { header in
            ([header.value] + header.furtherValues).map { HTTPRequest.Header(header.name, $0) }
        }
        let received = LoopbackRequest(
            method: request.method.rawValue, target: Self.target(request.url), headers: lines,
            body: request.body ?? [], connection: 0)
        let answer = handler(received) ?? .json(#"{"code":12,"message":"Method Not Allowed"}"#, status: 501)
        if case .none = answer.framing { throw BackendError.timedOut("no answer came") }
        return HTTPStream(
            head: HTTPHead(status: answer.status, headers: answer.headers),
            body: StubBody(answer: answer, pieceSize: pieceSize, time: time))
    }

    private static func target(_ url: String) -> String {
        guard let mark = url.firstRange(of: "://") else { return url }
        let rest = url[mark.upperBound...]
        return String(rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...])
    }
}

/// The parts of an answer as a sequence of pieces.
private struct StubBody: AsyncSequence, Sendable {
    let answer: LoopbackAnswer
    let pieceSize: Int?
    let time: TestTime?

    func makeAsyncIterator() -> Iterator { Iterator(answer: answer, pieceSize: pieceSize, time: time) }

    struct Iterator: AsyncIteratorProtocol {
        private var parts: ArraySlice<LoopbackAnswer.Part>
        private var ready: ArraySlice<UInt8> = []
        private var sent = 0
        private let declared: Int?
        private let pieceSize: Int?
        private let time: TestTime?

        init(answer: LoopbackAnswer, pieceSize: Int?, time: TestTime?) {
            self.time = time
            parts = answer.parts[...]
            self.pieceSize = pieceSize
            if case .length(let length) = answer.framing { declared = length } else { declared = nil }
        }

        mutating func next() async throws -> [UInt8]? {
            while ready.isEmpty {
                guard let part = parts.popFirst() else {
                    if let declared, sent < declared { throw BackendError.truncated("the connection was closed") }
                    return nil
                }
                switch part {
                case .bytes(let bytes): ready = bytes[...]
                case .text(let text): ready = Array(text.utf8)[...]
                case .repeated(let bytes, let count):
                    if count > 1 { parts = [.repeated(bytes, count: count - 1)] + parts }
                    if count > 0 { ready = bytes[...] }
                case .wait(let gate): try await gate.opened()
                case .open(let gate): gate.open()
                case .pause(let duration):
                    if let time { time.pass(duration) } else { try await Task.sleep(for: duration) }
                case .untilPeerCloses: try await Gate().opened()
                case .cut, .reset: throw BackendError.truncated("the connection was closed")
                }
            }
            let piece = Array(ready.prefix(pieceSize ?? ready.count))
            ready = ready.dropFirst(piece.count)
            sent += piece.count
            return piece
        }
    }
}
