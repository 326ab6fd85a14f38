import DocumentKit

/// One message of a stream.
///
/// ```
/// {"result":{"content":"hello","podName":"x-1"}}
/// {"error":{"grpc_code":5,"http_code":404,"message":"…","http_status":"Not Found"}}
/// ```
enum ArgoFrame {
    case result(DocumentValue)
    /// The server closes a watch in good order: it says so in an error.
    case end
    case empty

    init(_ bytes: [UInt8]) throws(BackendError) {
        let root = try ArgoEndpoints.object(try AnswerDocument.read(bytes).root)
        if let result = root["result"], !result.isNull {
            self = .result(result)
        } else if let error = root["error"], !error.isNull {
            let message =
                error["message"]?.string ?? error.string ?? "the server broke off the stream and gave no reason"
            let code = error["grpc_code"]?.int ?? error["code"]?.int
            guard code != GRPCStatus.resourceExhausted || message != "EOF" else {
                self = .end
                return
            }
            let status = error["http_code"]?.int ?? code.map(GRPCStatus.httpStatus) ?? 500
            throw BackendError(status: status, message: message)
        } else {
            self = root["result"] == nil && root.count > 0 ? .result(root) : .empty
        }
    }
}
