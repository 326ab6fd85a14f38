/// What is known of one request while it runs; told to the trace when it is over.
struct Exchange {
    private let request: HTTPRequest
    private let trace: (@Sendable (RequestTrace) -> Void)?
    private let start = ContinuousClock.now
    var status: Int?
    var bytes = 0
    private var failure: (any Error)?

    init(_ request: HTTPRequest, _ trace: (@Sendable (RequestTrace) -> Void)?) {
        self.request = request
        self.trace = trace
    }

    /// Runs `body` and remembers how it failed.
    mutating func watching<Result>(_ body: (inout Exchange) async throws -> Result) async throws -> Result {
        do {
            return try await body(&self)
        } catch {
            failure = error
            throw error
        }
    }

    func finish() {
        guard let trace else { return }
        trace(
            RequestTrace(
                request.method, request.url, status: status, bytes: bytes, duration: .now - start,
                failure: failureText))
    }

    /// What the status does not say.
    private var failureText: String? {
        switch failure {
        case nil, is FailedAnswer: nil
        case let error as BackendError: error.message
        case is CancellationError: "cancelled"
        default: "given up"
        }
    }
}
