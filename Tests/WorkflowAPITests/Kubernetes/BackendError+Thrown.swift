@testable import WorkflowAPI

extension BackendError {
    /// What `body` throws, if it is one of these.
    static func thrown(by body: () async throws -> Void) async -> BackendError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? BackendError
        }
    }
}
