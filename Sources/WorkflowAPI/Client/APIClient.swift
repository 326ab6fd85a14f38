import DocumentKit

/// Sends endpoints to one server: base URL, credentials, time limits, retries, and what a bad answer means.
///
/// Only 2xx is success. What may be repeated is tried again after failures that may pass, within the time that one
/// answer may take. Errors are `BackendError`, `CancellationError`, or what a caller's closure threw.
package struct APIClient: Sendable {
    /// What happens when the server does not know a route.
    enum UnknownRoute<Response>: Sendable {
        /// `unknownRoute`, or what the server says.
        case fail
        /// It is asked this way; a server that is known to need that is asked so at once.
        case ask(Endpoint<Response>, remembering: ServerQuestion? = nil)
        /// There is no other way; a server that said so is not asked again.
        case `throw`(BackendError, remembering: ServerQuestion? = nil)
    }

    package var server: ServerConfiguration
    package var transport: any HTTPTransport
    /// Who asks; nil sends no credentials.
    package var credentials: (any CredentialSource)?
    /// Called once a try, when it is over.
    package var trace: (@Sendable (RequestTrace) -> Void)?
    /// Called with what is done beyond a request and its retries.
    package var note: (@Sendable (String) -> Void)?
    /// Called with what a user has to know of a request that went well.
    package var warn: (@Sendable (String) -> Void)?
    /// What is known of the server from earlier requests.
    package var memory = ServerMemory()
    package var time: TimeAndChance
    /// How the server says that something is not there.
    var dialect = Dialect.argo
    /// What only a server of this kind answers well. It is asked before a 404 counts, where others say that in the same
    /// words; nil where there is no need to.
    var proof: Endpoint<Void>?
    /// What it means when the server does not know a route; nil leaves it to its own words.
    var unknownRoute: BackendError?
    /// Bytes of a whole answer that are taken in.
    var limit = 512 << 20

    /// Without `credentials` those of the server are sent when they are a secret that is known already.
    package init(
        _ server: ServerConfiguration, transport: any HTTPTransport, credentials: (any CredentialSource)? = nil,
        trace: (@Sendable (RequestTrace) -> Void)? = nil, note: (@Sendable (String) -> Void)? = nil,
        time: TimeAndChance = .system
    ) {
        self.server = server
        self.transport = transport
        self.credentials = credentials ?? server.credentials?.fixed
        self.trace = trace
        self.note = note
        self.time = time
    }

    /// The tries and the time that one request has.
    package func budget(retries: Int? = nil, within timeout: Duration? = nil) -> RetryBudget {
        let policy = RetryPolicy(retries: retries ?? server.retries, random: time.random)
        return RetryBudget(policy, within: timeout ?? server.timeout, time: time)
    }

    func send<Response>(
        _ endpoint: Endpoint<Response>, ifUnknown: UnknownRoute<Response> = .fail
    ) async throws -> Response {
        try await attempt(endpoint, ifUnknown) { endpoint in
            try await repeating(endpoint) { try await answer(to: endpoint, within: $0, &$1) }
        }
    }

    /// One try of an endpoint, whatever comes of it. `isUnderWay` is told when there are credentials to send it with, and
    /// when they were refused and others may be had.
    func sendOnce<Response>(
        _ endpoint: Endpoint<Response>, within timeout: Duration, isUnderWay: (Bool) -> Void = { _ in }
    ) async throws -> Response {
        var authorization = authorization
        while true {
            var exchange = Exchange(try request(endpoint, try await authorization.headers()), trace, now: time.now)
            do {
                defer { exchange.finish() }
                isUnderWay(true)
                return try await answer(to: endpoint, within: timeout, &exchange)
            } catch {
                if case .unauthenticated? = BackendError(of: error) { isUnderWay(false) }
                guard try await authorization.renew(after: error) else { throw authorization.explained(error) }
            }
        }
    }

    /// Hands the pieces of an answer's body to `body` until it answers `.stop`.
    ///
    /// It is tried again only while there was no piece: what comes later is the caller's, who knows what it has. So is a
    /// stream that may say nothing for long, and has broken off: by now it is another question.
    func stream(
        _ endpoint: Endpoint<Void>, ifUnknown: UnknownRoute<Void> = .fail, idle: Duration?,
        each body: (HTTPHead, [UInt8]) async throws -> StreamControl
    ) async throws {
        var isStarted = false
        try await attempt(endpoint, ifUnknown) { endpoint in
            let mayRepeat = { (error: any Error) in
                !isStarted && !(endpoint.maySayNothing && BackendError(of: error)?.isBreak == true)
            }
            try await repeating(endpoint, after: mayRepeat) { timeout, exchange in
                let timeout = Self.patience(with: endpoint, timeout)
                try await pieces(of: endpoint, within: timeout, idle: idle, &exchange) { head, piece in
                    isStarted = true
                    return try await body(head, piece)
                }
            }
        }
    }

    /// How long to wait for the head of a stream.
    private static func patience(with endpoint: Endpoint<Void>, _ timeout: Duration) -> Duration {
        guard endpoint.maySayNothing else { return timeout }
        // One of events sends a keep-alive every 15 seconds, and not even its head before the first of them. However
        // patient somebody is with answers: who holds back that holds back everything.
        return endpoint.accept == Endpoint<Void>.eventStream
            ? ServerConfiguration.standardTimeout : ServerConfiguration.unlimitedTimeout
    }

    /// Tries until it goes well, lasts, or neither tries nor time are left.
    private func repeating<Response, Result>(
        _ endpoint: Endpoint<Response>, after mayRepeat: (any Error) -> Bool = { _ in true },
        _ ask: (_ timeout: Duration, _ exchange: inout Exchange) async throws -> Result
    ) async throws -> Result {
        var authorization = authorization
        var budget = budget()
        var mayBeDone = false
        while true {
            let headers: [HTTPRequest.Header]
            do {
                headers = try await authorization.headers()
            } catch {
                try await pause(beforeAskingAgain: error, &budget)
                continue
            }
            var exchange = Exchange(try request(endpoint, headers), trace, now: time.now)
            exchange.mayBeDone = mayBeDone
            do {
                let result = try await ask(budget.remaining, &exchange)
                exchange.finish()
                return result
            } catch {
                exchange.failure = error
                mayBeDone = mayBeDone || BackendError(of: error)?.mayHideSuccess == true
                do {
                    if try await authorization.renew(after: error) {
                        exchange.finish(retry: "trying again with new credentials")
                        continue
                    }
                } catch {
                    exchange.finish()
                    try await pause(beforeAskingAgain: error, &budget)
                    continue
                }
                let mayHelp = endpoint.isRepeatable && !endpoint.isRefusal(error) && mayRepeat(error)
                let pause = mayHelp ? budget.pause(after: Transience(of: error)) : nil
                exchange.finish(retry: pause.map { budget.notice(of: $0) })
                guard let pause else { throw authorization.explained(budget.count(in: error)) }
                try await time.sleep(pause)
            }
        }
    }

    /// Before credentials are asked for again that were not to be had; whoever has none has sent nothing.
    private func pause(beforeAskingAgain failure: any Error, _ budget: inout RetryBudget) async throws {
        guard let pause = budget.pause(after: Transience(of: failure)) else { throw budget.count(in: failure) }
        if let error = BackendError(of: failure) { note?("\(error.statement); \(budget.notice(of: pause))") }
        try await time.sleep(pause)
    }

    private func answer<Response>(
        to endpoint: Endpoint<Response>, within timeout: Duration, _ exchange: inout Exchange
    ) async throws -> Response {
        let request = exchange.request
        let response = try await transport.send(request, timeout: timeout, limit: limit)
        exchange.status = response.head.status
        exchange.bytes = response.body.count
        if response.body.isEmpty, endpoint.allowsEmptyAnswer, response.head.isSuccess {
            return try endpoint.decode(ValueTree.null.document().root)
        }
        guard response.head.isSuccess, !HTMLPage.isPage(response.head, response.body) else {
            let failure = try await proven(
                FailedAnswer(request, response.head, body: response.body, in: dialect, now: time.wallTime()))
            if exchange.mayBeDone, request.method == .delete, case .notFound = failure.error {
                return try endpoint.decode(ValueTree.null.document().root)
            }
            throw failure
        }
        return try endpoint.decode(try AnswerDocument.read(response.body).root)
    }

    /// The failure as it is, or what it is when whoever said it is not the API.
    private func proven(_ failure: FailedAnswer) async throws -> FailedAnswer {
        guard let proof, case .notFound = failure.error else { return failure }
        var client = self
        client.proof = nil
        do {
            try await client.sendOnce(proof, within: server.timeout)
            return failure
        } catch {
            switch BackendError(of: error) {
            case .notFound, .malformed, .server(status: 404, _): return failure.ofAnotherServer
            default: throw error
            }
        }
    }

    private func pieces(
        of endpoint: Endpoint<Void>, within timeout: Duration, idle: Duration?, _ exchange: inout Exchange,
        each body: (HTTPHead, [UInt8]) async throws -> StreamControl
    ) async throws {
        let request = exchange.request
        let stream = try await transport.stream(request, timeout: timeout, idle: idle)
        exchange.status = stream.head.status
        guard stream.head.isSuccess else {
            let start = try await Self.start(of: stream)
            exchange.bytes = start.count
            throw FailedAnswer(request, stream.head, body: start, in: dialect, now: time.wallTime())
        }
        for try await piece in stream.body {
            if exchange.bytes == 0, HTMLPage.isPage(stream.head, piece) {
                throw FailedAnswer(request, stream.head, body: piece, in: dialect, now: time.wallTime())
            }
            exchange.bytes += piece.count
            guard try await body(stream.head, piece) == .proceed else { return }
        }
        // A cancelled sequence may end as if it were complete.
        try Task.checkCancellation()
    }

    private var authorization: Authorization {
        let name = server.credentials?.header.name ?? "Authorization"
        return Authorization(
            credentials, replacedBy: server.headerSources[name.lowercased()],
            showsCertificate: server.showsCertificate)
    }

    private func request<Response>(
        _ endpoint: Endpoint<Response>, _ credentials: [HTTPRequest.Header]
    ) throws(BackendError) -> HTTPRequest {
        try endpoint.request(at: server.baseURL, headers: credentials + server.headers)
    }

    /// As much of an error's body as can be a message.
    private static func start(of stream: HTTPStream) async throws -> [UInt8] {
        var start: [UInt8] = []
        for try await piece in stream.body {
            start += piece
            if start.count > HTTPHead.messageLimit { break }
        }
        try Task.checkCancellation()
        return start
    }
}
