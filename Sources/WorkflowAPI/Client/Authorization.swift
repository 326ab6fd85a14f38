/// The credentials of one request: had anew once when the server refuses them, and named in the error that remains.
struct Authorization {
    let source: (any CredentialSource)?
    /// Who says `-H Authorization: …` or its like: sent as it stands, and not ours to renew.
    let replacement: SettingSource?
    /// Whether the connection tells who asks, with or without a header.
    private let showsCertificate: Bool
    private var sent: HTTPRequest.Header?
    private var isRenewed = false

    init(_ source: (any CredentialSource)?, replacedBy replacement: SettingSource?, showsCertificate: Bool) {
        self.source = source
        self.showsCertificate = showsCertificate
        self.replacement = replacement
    }

    mutating func headers() async throws -> [HTTPRequest.Header] {
        guard let header = try await source?.header() else { return [] }
        sent = header
        return [header]
    }

    /// Whether the request may be made again with other credentials; whoever was refused has done nothing yet.
    mutating func renew(after error: any Error) async throws -> Bool {
        guard case .unauthenticated? = BackendError(of: error), let source, let sent, !isRenewed else { return false }
        let isOther = try await source.renew(after: sent)
        isRenewed = true
        return isOther
    }

    /// The error, and whose credentials were refused, or did not suffice.
    func explained(_ error: any Error) -> any Error {
        let isUnknown: Bool
        switch BackendError(of: error) {
        case .unauthenticated: isUnknown = true
        case .forbidden: isUnknown = false
        default: return error
        }
        let explain = { (text: String) in
            guard let source else {
                if let replacement {
                    let place = replacement == .flag("--header") ? "--header" : "the header of \(replacement)"
                    return "\(text) (credentials: \(place))"
                }
                return showsCertificate
                    ? "\(text) (credentials: a client certificate)" : "\(text) (no credentials were sent)"
            }
            // Who is known but may not needs no other secret.
            let advice = source.advice.flatMap { isUnknown ? "; \($0)" : nil } ?? ""
            return "\(text) (credentials: \(source.origin)\(advice))"
        }
        if var answer = error as? FailedAnswer {
            answer.error = answer.error.saying(explain)
            return answer
        }
        return (error as? BackendError)?.saying(explain) ?? error
    }
}
