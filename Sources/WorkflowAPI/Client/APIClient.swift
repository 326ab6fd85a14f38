import DocumentKit

/// Sends endpoints to one server: base URL, credentials, time limits, and what a bad answer means.
///
/// Only 2xx is success. Errors are `BackendError`, `CancellationError`, or what a caller's closure threw.
package struct APIClient: Sendable {
    /// What happens when the server does not know a route.
    enum UnknownRoute<Response>: Sendable {
        case fail
        case ask(Endpoint<Response>)
        case `throw`(BackendError)
    }

    package var server: ServerConfiguration
    package var transport: any HTTPTransport
    /// Called once a request, when it is over.
    package var trace: (@Sendable (RequestTrace) -> Void)?
    /// Bytes of a whole answer that are taken in.
    var limit = 512 << 20

    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, trace: (@Sendable (RequestTrace) -> Void)? = nil
    ) {
        self.server = server
        self.transport = transport
        self.trace = trace
    }

    func send<Response>(
        _ endpoint: Endpoint<Response>, ifUnknown: UnknownRoute<Response> = .fail
    ) async throws -> Response {
        try await attempt(endpoint, ifUnknown) { try await answer(to: $0) }
    }

    /// Hands the pieces of an answer's body to `body` until it answers `.stop`.
    func stream(
        _ endpoint: Endpoint<Void>, ifUnknown: UnknownRoute<Void> = .fail, idle: Duration?,
        each body: (HTTPHead, [UInt8]) throws -> StreamControl
    ) async throws {
        try await attempt(endpoint, ifUnknown) { try await pieces(of: $0, idle: idle, each: body) }
    }

    /// Asks, and asks the other way where the server does not know the first one.
    private func attempt<Response, Result>(
        _ endpoint: Endpoint<Response>, _ ifUnknown: UnknownRoute<Response>,
        ask: (Endpoint<Response>) async throws -> Result
    ) async throws -> Result {
        let first: FailedAnswer
        do {
            return try await ask(endpoint)
        } catch let failure as FailedAnswer { first = failure }
        guard first.isUnknownRoute else { throw first.error }
        switch ifUnknown {
        case .fail: throw first.error
        case .throw(let error): throw error
        case .ask(let other):
            do {
                return try await ask(other)
            } catch let second as FailedAnswer { throw second.isUnknownRoute ? first.error : second.error }
        }
    }

    private func answer<Response>(to endpoint: Endpoint<Response>) async throws -> Response {
        let request = try request(endpoint)
        var exchange = Exchange(request, trace)
        defer { exchange.finish() }
        return try await exchange.watching { exchange in
            let response = try await transport.send(request, timeout: server.timeout, limit: limit)
            exchange.status = response.head.status
            exchange.bytes = response.body.count
            guard response.head.isSuccess else { throw FailedAnswer(request, response.head, body: response.body) }
            if response.body.isEmpty, endpoint.allowsEmptyAnswer {
                return try endpoint.decode(ValueTree.null.document().root)
            }
            if HTMLPage.isPage(response.head, response.body) {
                throw FailedAnswer(request, response.head, body: response.body)
            }
            return try endpoint.decode(try AnswerDocument.read(response.body).root)
        }
    }

    private func pieces(
        of endpoint: Endpoint<Void>, idle: Duration?, each body: (HTTPHead, [UInt8]) throws -> StreamControl
    ) async throws {
        let request = try request(endpoint)
        var exchange = Exchange(request, trace)
        defer { exchange.finish() }
        try await exchange.watching { exchange in
            let stream = try await transport.stream(request, timeout: headTimeout(endpoint), idle: idle)
            exchange.status = stream.head.status
            guard stream.head.isSuccess else {
                let start = try await Self.start(of: stream)
                exchange.bytes = start.count
                throw FailedAnswer(request, stream.head, body: start)
            }
            for try await piece in stream.body {
                if exchange.bytes == 0, HTMLPage.isPage(stream.head, piece) {
                    throw FailedAnswer(request, stream.head, body: piece)
                }
                exchange.bytes += piece.count
                guard try body(stream.head, piece) == .proceed else { return }
            }
            // A cancelled sequence may end as if it were complete.
            try Task.checkCancellation()
        }
    }

    private func request<Response>(_ endpoint: Endpoint<Response>) throws(BackendError) -> HTTPRequest {
        var headers: [HTTPRequest.Header] = []
        if let credentials = server.credentials {
            headers.append(HTTPRequest.Header("Authorization", credentials.authorization.value))
        }
        return try endpoint.request(at: server.baseURL, headers: headers + server.headers)
    }

    /// An event stream may send nothing, not even its head, until its first keep-alive after 15 seconds.
    private func headTimeout(_ endpoint: Endpoint<Void>) -> Duration {
        endpoint.accept == Endpoint<Void>.eventStream
            ? max(server.timeout, ServerConfiguration.standardTimeout) : server.timeout
    }

    /// As much of an error's body as can be a message.
    private static func start(of stream: HTTPStream) async throws -> [UInt8] {
        var start: [UInt8] = []
        for try await piece in stream.body {
            start += piece
            if start.count > 65_536 { break }
        }
        try Task.checkCancellation()
        return start
    }
}
