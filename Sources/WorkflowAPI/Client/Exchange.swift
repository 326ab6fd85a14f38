/// What is known of one try of a request while it runs; told to the trace when it is over.
struct Exchange {
    let request: HTTPRequest
    private let trace: (@Sendable (RequestTrace) -> Void)?
    private let now: @Sendable () -> ContinuousClock.Instant
    private let start: ContinuousClock.Instant
    var status: Int?
    var bytes = 0
    var failure: (any Error)?
    /// A try before this one may have been carried out.
    var mayBeDone = false

    init(
        _ request: HTTPRequest, _ trace: (@Sendable (RequestTrace) -> Void)?,
        now: @escaping @Sendable () -> ContinuousClock.Instant
    ) {
        self.request = request
        self.trace = trace
        self.now = now
        start = now()
    }

    /// `retry` says when the request will be tried again.
    func finish(retry: String? = nil) {
        guard let trace else { return }
        trace(
            RequestTrace(
                request.method, request.url, status: status, bytes: bytes, duration: now() - start,
                failure: failureText, retry: retry))
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
