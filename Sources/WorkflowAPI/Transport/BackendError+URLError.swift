import Foundation

extension BackendError {
    /// What went wrong below HTTP, in our words. `hasHead`: the answer had begun.
    ///
    /// On Linux most failures have the code -1 and only libcurl's text, which is never localized, tells them apart.
    /// `isAnonymous`: the connection was to be a secure one, and no certificate told who asks.
    init(_ error: any Error, authority: String, hasHead: Bool, isAnonymous: Bool = false) {
        let text = (error as NSError).localizedDescription
        switch Cause(code: (error as NSError).code, text: text) {
        case .refused where Self.proxy(in: text, to: authority) != nil:
            let proxy = Self.proxy(in: text, to: authority) ?? ""
            self = .proxy("cannot connect to the proxy \(proxy): connection refused")
        case .refused: self = .unreachable("cannot connect to \(authority): connection refused")
        case .unreachable where authority.hasPrefix("/"):
            self = .unreachable("cannot connect to \(authority): no server listens at this socket")
        case .unreachable: self = .unreachable("cannot connect to \(authority): \(text)")
        case .proxy where text.hasSuffix("response 407"): self = .proxyDenied(before: authority)
        case .proxy: self = .proxy("cannot connect to \(authority) by way of its proxy: \(text)")
        case .timeout: self = .timedOut("\(authority) did not answer in time")
        case .insecure:
            self =
                .insecure("no secure connection to \(authority): \(text)", TLSProblem(text: text))
        case .identity: self = .invalid("the client certificate cannot be used with its key: \(text)")
        case .authority: self = .invalid("the file of the certificate authority cannot be used: \(text)")
        case .malformed: self = .malformed("\(authority) does not answer in proper HTTP: \(text)")
        case .url: self = .invalid("'\(authority)' does not make a valid http or https URL")
        case .broken where hasHead: self = .truncated("the answer of \(authority) was cut off: \(text)")
        case .broken where isAnonymous && Self.handshakeEnds.contains(where: text.contains):
            self = .truncated(
                "\(authority) closed the connection as soon as it was secure, or before; it may want to know who asks: "
                    + "try --client-certificate and --client-key (\(text))")
        case .broken: self = .truncated("\(authority) closed the connection without an answer: \(text)")
        }
    }

    /// `Failed to connect to HOST port PORT after …` names whom libcurl turned to: where that is not the server itself,
    /// it is a proxy.
    private static func proxy(in text: String, to authority: String) -> String? {
        let words = text.split(separator: " ")
        guard text.hasPrefix("Failed to connect to "), words.count > 6, words[5] == "port",
            // A socket, or a name that goes by another one in DNS.
            !authority.contains("/"), authority.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        let host = words[4].contains(":") ? "[\(words[4])]" : String(words[4])
        let named = "\(host):\(words[6].prefix { $0.isNumber })"
        let isServer = ["", ":80", ":443"].contains { (authority + $0).lowercased() == named.lowercased() }
        return isServer ? nil : named
    }

    /// The refusal of a proxy that stands before a server.
    static func proxyDenied(before authority: String) -> BackendError {
        .proxyDenied("\(authority) is reached by way of a proxy, which wants to know who asks (407)")
    }

    /// How libcurl tells of a server that left during the handshake or right after it, before anything was asked.
    private static let handshakeEnds = ["getpeername() failed", "SSL_connect", "TLS connect", "in connection to"]

    private enum Cause {
        case refused, unreachable, proxy, timeout, insecure, malformed, url
        /// Files of this machine that are no help.
        case identity, authority
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
            // With TLS 1.3 this comes when the answer is read.
            ("alert certificate", .insecure),
            ("alert bad certificate", .insecure),
            ("alert unknown ca", .insecure),
            ("reset by peer", .broken),
            ("Broken pipe", .broken),
            ("transfer closed", .broken),
            ("not closed cleanly", .broken),
            ("SSL_read", .broken),
            ("SSL_ERROR_SYSCALL", .broken),
            ("unexpected eof", .broken),
            ("Empty reply", .broken),
            // A host may be called so, too.
            ("CONNECT tunnel", .proxy),
            ("resolve proxy", .proxy),
            ("from proxy", .proxy),
            ("connect to", .unreachable),
            ("Could not resolve", .unreachable),
            ("proxy", .proxy),
            ("Proxy", .proxy),
            ("private key", .identity),
            ("client certificate", .identity),
            ("certificate verify locations", .authority),
            ("certificate file", .authority),
            ("SSL", .insecure),
            ("TLS", .insecure),
            ("certificate", .insecure),
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
