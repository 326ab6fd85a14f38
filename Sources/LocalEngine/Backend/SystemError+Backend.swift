import WorkflowAPI

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension SystemError {
    /// The same in the words of all backends.
    var backendError: BackendError {
        switch code {
        case EACCES, EPERM, EROFS: .forbidden(description)
        case ENOSPC, EDQUOT: .server(status: 507, message: description)
        default: .server(status: 500, message: description)
        }
    }
}

/// Does something with files, and says what went wrong as a backend does.
func withStore<Result>(_ body: () throws(SystemError) -> Result) throws(BackendError) -> Result {
    do throws(SystemError) {
        return try body()
    } catch {
        throw error.backendError
    }
}
