extension BackendError {
    /// The error that an HTTP status stands for.
    package init(status: Int, message: String, retryAfter: Int? = nil) {
        switch status {
        case 400, 422: self = .invalid(message)
        case 401: self = .unauthenticated(message)
        case 403: self = .forbidden(message)
        case 404: self = .notFound(message)
        case 409: self = .conflict(message)
        case 429: self = .throttled(message, retryAfter: retryAfter)
        default: self = .server(status: status, message: message)
        }
    }
}

/// The HTTP statuses that gRPC codes travel as.
enum GRPCStatus {
    static let unknown = 2
    static let notFound = 5
    static let resourceExhausted = 8
    static let unimplemented = 12
    static let `internal` = 13
    static let dataLoss = 15

    static func httpStatus(_ code: Int) -> Int {
        switch code {
        case 0: 200
        case 1: 408
        case 3, 9, 11: 400
        case 4: 504
        case 5: 404
        case 6, 10: 409
        case 7: 403
        case 8: 429
        case 12: 501
        case 14: 503
        case 16: 401
        default: 500
        }
    }
}
