import WorkflowAPI

/// The case alone: what a server says is its own affair.
extension BackendError {
    var isNotFound: Bool { if case .notFound = self { true } else { false } }
    var isConflict: Bool { if case .conflict = self { true } else { false } }
    var isInvalid: Bool { if case .invalid = self { true } else { false } }

    /// What `body` throws; nil when that is nothing, or no error of a backend.
    static func thrown(by body: () async throws -> Void) async -> BackendError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? BackendError
        }
    }
}
