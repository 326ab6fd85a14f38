#if canImport(Darwin)
    import Foundation
    import Security

    /// On Apple's platforms URLSession asks its delegate whom to trust.
    extension TLSOptions {
        typealias Answer = (URLSession.AuthChallengeDisposition, URLCredential?)

        func answer(to challenge: URLAuthenticationChallenge) -> Answer {
            let space = challenge.protectionSpace
            guard let trust = space.serverTrust else { return (.performDefaultHandling, nil) }
            let host = space.host.contains(":") ? "[\(space.host)]" : space.host
            let isServer = Origin("https://\(host):\(space.port)") == server
            if skipsVerification, isServer { return (.useCredential, URLCredential(trust: trust)) }
            guard let authority else { return (.performDefaultHandling, nil) }
            let certificates = authority.certificates
            guard !certificates.isEmpty,
                SecTrustSetAnchorCertificates(trust, certificates as CFArray) == errSecSuccess,
                SecTrustSetAnchorCertificatesOnly(trust, isServer) == errSecSuccess,
                SecTrustEvaluateWithError(trust, nil)
            else { return (.cancelAuthenticationChallenge, nil) }
            return (.useCredential, URLCredential(trust: trust))
        }
    }

    extension PEM {
        /// The certificates between `-----BEGIN CERTIFICATE-----` and its end, which are base64.
        fileprivate var certificates: [SecCertificate] {
            let text =
                switch self {
                case .file(let path): (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
                case .text(let bytes): String(decoding: bytes, as: UTF8.self)
                }
            return text.components(separatedBy: "-----BEGIN CERTIFICATE-----").dropFirst().compactMap { part in
                let base64 = part.components(separatedBy: "-----END")[0]
                return Data(base64Encoded: base64, options: .ignoreUnknownCharacters)
                    .flatMap { SecCertificateCreateWithData(nil, $0 as CFData) }
            }
        }
    }
#endif
