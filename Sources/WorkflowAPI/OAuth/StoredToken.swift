import DocumentKit
import WorkflowModel

/// A token as it is kept between two commands, readable by its owner alone.
///
/// ```json
/// {"accessToken": "eyJh…", "expiry": 1767326645, "refreshToken": "v1.M…"}
/// ```
struct StoredToken: Sendable, Equatable {
    var accessToken: Secret
    var refreshToken: Secret?
    /// nil when the server did not say.
    var expiry: Timestamp?

    init(_ grant: OAuthGrant, now: Timestamp) {
        accessToken = grant.accessToken
        refreshToken = grant.refreshToken
        expiry = grant.lifetime.map { now + .seconds(min(max($0, 0), 315_360_000)) }
    }

    /// nil for what is no token, such as the rest of a file.
    init?(_ bytes: [UInt8]) {
        guard let root = try? JSONReader.read(bytes).root, let token = root["accessToken"]?.string else { return nil }
        accessToken = Secret(token)
        refreshToken = root["refreshToken"]?.string.map { Secret($0) }
        expiry = root["expiry"]?.int.map { Timestamp(seconds: Int64($0)) }
    }

    var bytes: [UInt8] {
        var tree: ValueTree = ["accessToken": .string(accessToken.value)]
        if let expiry { tree["expiry"] = .number(Int(expiry.seconds)) }
        if let refreshToken { tree["refreshToken"] = .string(refreshToken.value) }
        return Array(JSONWriter.text(tree.document().root, style: .compact).utf8)
    }

    /// The header it is sent in, and until when.
    var issued: IssuedCredential {
        IssuedCredential(header: HTTPRequest.Header("Authorization", "Bearer " + accessToken.value), expiry: expiry)
    }
}
