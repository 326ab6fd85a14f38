/// What TLS did not like, as far as it makes a difference for what to do.
package enum TLSProblem: Sendable, Equatable {
    /// Nobody who is trusted vouches for the server; or none of the others.
    case untrusted
    /// The certificate is for another name.
    case otherName
    /// The certificate is good no more, or not yet.
    case expired
    /// What answered did not speak TLS.
    case plainHTTP
    /// The server wants to know who asks, and does not take what it was shown.
    case wantsCertificate

    /// By the words of libcurl and OpenSSL.
    init(text: String) {
        self =
            Self.texts.first { $0.words.contains(where: text.contains) }?.problem ?? .untrusted
    }

    private static let texts: [(words: [String], problem: TLSProblem)] = [
        (["subject name matches", "does not match target host"], .otherName),
        (["certificate has expired", "certificate is not yet valid"], .expired),
        (["wrong version number", "packet length too long"], .plainHTTP),
        (["alert certificate", "alert bad certificate", "alert unknown ca"], .wantsCertificate),
    ]
}
