#if os(Linux)
    import CurlShim
    import Glibc

    extension TLSOptions {
        /// Hands the options to libcurl's handles; false when connections have been made without them.
        func install() throws(BackendError) -> Bool {
            var options = wfctl_curl_options()
            var copies: [UnsafeMutablePointer<CChar>?] = []
            defer { copies.forEach { free($0) } }
            func copy(_ text: String?) -> UnsafePointer<CChar>? {
                guard let text else { return nil }
                copies.append(strdup(text))
                return copies.last?.map { UnsafePointer($0) }
            }
            options.client_certificate = copy(clientCertificate)
            options.client_key = copy(clientKey)
            options.unix_socket = copy(unixSocket)
            options.skips_verification = skipsVerification ? 1 : 0
            if case .file(let path) = authority { options.authority_file = copy(path) }
            // Never go on with less than was asked for.
            guard !copies.contains(nil) else { return false }
            guard case .text(let bytes) = authority else { return wfctl_curl_configure(&options) == 0 }
            guard !bytes.isEmpty else { throw .insecure("the certificate authority is empty") }
            return bytes.withUnsafeBytes { buffer in
                options.authority_text = buffer.baseAddress
                options.authority_text_length = buffer.count
                return wfctl_curl_configure(&options) == 0
            }
        }
    }
#else
    extension TLSOptions {
        /// The session's delegate reads the options itself.
        func install() throws(BackendError) -> Bool {
            guard clientCertificate == nil, clientKey == nil, unixSocket == nil else {
                throw .insecure("client certificates and Unix sockets are not supported on this platform")
            }
            return true
        }
    }
#endif
