import WorkflowAPI

extension SystemError {
    /// The same in the words of all backends.
    var backendError: BackendError { .storage(description) }
}

/// Does something with files, and says what went wrong as a backend does.
func withStore<Result>(_ body: () throws(SystemError) -> Result) throws(BackendError) -> Result {
    do throws(SystemError) {
        return try body()
    } catch {
        throw error.backendError
    }
}
