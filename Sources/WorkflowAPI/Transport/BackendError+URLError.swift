import Foundation

extension BackendError {
    /// What went wrong below HTTP, in our words. `hasHead`: the answer had begun.
    ///
    /// On Linux most failures have the code -1 and only libcurl's text, which is never localized, tells them apart.
    init(_ error: any Error, authority: String, hasHead: Bool) {
        let text = (error as NSError).localizedDescription
        switch Cause(code: (error as NSError).code, text: text) {
        case .refused: self = .unreachable("cannot connect to \(authority): connection refused")
        case .unreachable: self = .unreachable("cannot connect to \(authority): \(text)")
        case .timeout: self = .timedOut("\(authority) did not answer in time")
        case .insecure: self = .insecure("no secure connection to \(authority): \(text)")
        case .malformed: self = .malformed("\(authority) does not answer in proper HTTP: \(text)")
        case .url: self = .invalid("'\(authority)' does not make a valid http or https URL")
        case .broken where hasHead: self = .truncated("the answer of \(authority) was cut off: \(text)")
        case .broken: self = .truncated("\(authority) closed the connection without an answer: \(text)")
        }
    }

    private enum Cause {
        case refused, unreachable, timeout, insecure, malformed, url
        /// The connection ended before the answer did.
        case broken

        init(code: Int, text: String) {
            switch code {
            case NSURLErrorCannotConnectToHost: self = .refused
            case NSURLErrorCannotFindHost: self = .unreachable
            case NSURLErrorTimedOut: self = .timeout
            case NSURLErrorNetworkConnectionLost, NSURLErrorBadServerResponse: self = .broken
            case NSURLErrorBadURL: self = .url
            case NSURLErrorUnsupportedURL: self = text.contains("HTTP/") ? .malformed : .url
            case NSURLErrorClientCertificateRequired...NSURLErrorSecureConnectionFailed: self = .insecure
            default: self = Self.texts.first { text.contains($0.0) }?.1 ?? .broken
            }
        }

        /// The first that occurs in libcurl's text decides, so breaks of a TLS connection stand before TLS itself.
        private static let texts: [(String, Cause)] = [
            ("reset by peer", .broken),
            ("Broken pipe", .broken),
            ("transfer closed", .broken),
            ("not closed cleanly", .broken),
            ("SSL_read", .broken),
            ("SSL_ERROR_SYSCALL", .broken),
            ("unexpected eof", .broken),
            ("Empty reply", .broken),
            ("connect to", .unreachable),
            ("Could not resolve", .unreachable),
            ("CONNECT tunnel", .unreachable),
            ("proxy", .unreachable),
            ("Proxy", .unreachable),
            ("SSL", .insecure),
            ("TLS", .insecure),
            ("certificate", .insecure),
            ("private key", .insecure),
            ("writing header", .malformed),
            ("Out of memory", .malformed),
            ("HTTP", .malformed),
            ("header", .malformed),
            ("Header", .malformed),
            ("hunk", .malformed),
            ("encoding", .malformed),
        ]
    }
}
