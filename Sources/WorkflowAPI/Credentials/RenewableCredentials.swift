import WorkflowModel

/// A header that somebody issued, and how long it is good for.
struct IssuedCredential: Sendable, Equatable {
    /// nil where a client certificate says it all.
    var header: HTTPRequest.Header?
    /// nil is good until it is refused.
    var expiry: Timestamp?

    /// A request takes its time, and clocks differ.
    static let margin = Duration.seconds(30)

    /// Whether it is good for so long still.
    func isGood(for margin: Duration = margin, at now: Timestamp) -> Bool { expiry.map { now + margin < $0 } ?? true }
}

/// Credentials that are had when they are needed and kept until shortly before they expire.
actor RenewableCredentials: CredentialSource {
    nonisolated let origin: String
    nonisolated let advice: String?
    private let time: TimeAndChance
    private let issue: @Sendable (_ refused: HTTPRequest.Header?) async throws -> IssuedCredential
    private var current: IssuedCredential?
    /// Several requests that need a new one wait for the same.
    private var pending: Task<IssuedCredential, any Error>?

    /// `issue` is told what the server has refused.
    init(
        origin: String, advice: String? = nil, time: TimeAndChance,
        issue: @escaping @Sendable (_ refused: HTTPRequest.Header?) async throws -> IssuedCredential
    ) {
        self.origin = origin
        self.advice = advice
        self.time = time
        self.issue = issue
    }

    func header() async throws -> HTTPRequest.Header? {
        if let current, current.isGood(at: time.wallTime()) { return current.header }
        do {
            return try await issued(insteadOf: nil).header
        } catch {
            // It was to be replaced ahead of time: until then it serves.
            guard let current, current.isGood(for: .zero, at: time.wallTime()), !(error is CancellationError)
            else { throw error }
            return current.header
        }
    }

    func renew(after refused: HTTPRequest.Header) async throws -> Bool {
        if let current, current.header != refused, current.isGood(at: time.wallTime()) { return true }
        return try await issued(insteadOf: refused).header != refused
    }

    private func issued(insteadOf refused: HTTPRequest.Header?) async throws -> IssuedCredential {
        if let pending {
            do {
                return try await pending.value
            } catch is CancellationError {
                // Whoever asked first has gone away; that is no reason for the others to.
                try Task.checkCancellation()
                return try await issued(insteadOf: refused)
            }
        }
        let issue = issue
        let task = Task { try await issue(refused) }
        pending = task
        defer { pending = nil }
        let issued = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
        current = issued
        return issued
    }
}
