import DocumentKit

/// How a kind of server says that an object is not there: proxies and other services say 404 too, in their own words.
enum Dialect: Sendable {
    /// `{"code":5,…}`, `{"error":{"grpc_code":5,…}}`; on routes of older servers `{"error":"Item not found."}`.
    case argo
    /// `{"kind":"Status","reason":"NotFound","details":{"name":"x","kind":"workflows"},…}`
    case kubernetes
    /// `{"error":"…"}` or `{"success":false,"message":"…"}`, which others say as well: see `APIClient.proof`.
    case dashboard

    /// Whether an answer with status 404 is this server's word for a missing object.
    func meansMissing(_ root: DocumentValue) -> Bool {
        let error = root["error"]
        switch self {
        case .argo:
            // Any server built with gRPC's gateway has these words for a route it does not know.
            if root["message"]?.string == "Not Found" { return false }
            return (root["code"]?.int ?? error?["grpc_code"]?.int) == GRPCStatus.notFound
                || error?.string == "Item not found."
        case .kubernetes:
            let details = root["details"]
            return root["kind"]?.string == "Status" && root["reason"]?.string == "NotFound"
                && (details?["name"]?.string ?? details?["kind"]?.string)?.isEmpty == false
        case .dashboard:
            return error?.string != nil || root["success"]?.bool == false
        }
    }
}
