#if os(Linux)
    import CurlShim
    import Glibc

    extension TLSOptions {
        /// Hands the options to libcurl's handles; false when connections have been made without them.
        func install() throws(BackendError) -> Bool {
            var texts = CTexts()
            defer { texts.free() }
            var options = wfctl_curl_options()
            // Without a server every address is another one: nothing is spelled so.
            options.server = texts.copy(server?.description ?? "-")
            options.authority = try texts.pem(authority, "the certificate authority")
            options.client_certificate = try texts.pem(clientCertificate, "the client certificate")
            options.client_key = try texts.pem(clientKey, "the client key")
            options.unix_socket = texts.copy(unixSocket)
            options.connect_to = texts.copy(detour.map { "\($0.name):\($0.to)" })
            options.proxy = texts.copy(proxy?.value)
            // libcurl would go by the name that the URL has, which a detour makes another.
            options.bypasses_proxy = (detour?.to ?? server?.authority).map(NetworkEnvironment.exempts) == true ? 1 : 0
            options.skips_verification = skipsVerification ? 1 : 0
            // Never go on with less than was asked for.
            return texts.isComplete && wfctl_curl_configure(&options) == 0
        }
    }

    extension TLSOptions {
        /// Has the next connections show these certificates.
        func installIdentity() throws(BackendError) -> Bool {
            var texts = CTexts()
            defer { texts.free() }
            let certificate = try texts.pem(clientCertificate, "the client certificate")
            let key = try texts.pem(clientKey, "the client key")
            return texts.isComplete && wfctl_curl_renew_identity(certificate, key) == 0
        }
    }

    /// Texts and bytes as C wants them, until `free`.
    private struct CTexts {
        private var copies: [UnsafeMutableRawPointer] = []
        private(set) var isComplete = true

        mutating func copy(_ text: String?) -> UnsafePointer<CChar>? {
            guard let text else { return nil }
            guard let copy = strdup(text) else {
                isComplete = false
                return nil
            }
            copies.append(UnsafeMutableRawPointer(copy))
            return UnsafePointer(copy)
        }

        mutating func pem(_ pem: PEM?, _ what: String) throws(BackendError) -> wfctl_pem {
            var result = wfctl_pem()
            switch pem {
            case nil: break
            case .file(let path): result.file = copy(path)
            case .text(let bytes):
                guard !bytes.isEmpty else { throw .insecure("\(what) is empty") }
                guard let copy = malloc(bytes.count) else {
                    isComplete = false
                    return result
                }
                copy.copyMemory(from: bytes, byteCount: bytes.count)
                copies.append(copy)
                result.text = UnsafeRawPointer(copy)
                result.text_length = bytes.count
            }
            return result
        }

        func free() { for copy in copies { Glibc.free(copy) } }
    }
#else
    extension TLSOptions {
        /// The session's delegate reads the options itself.
        func install() throws(BackendError) -> Bool {
            guard clientCertificate == nil, clientKey == nil, unixSocket == nil, detour == nil, proxy == nil else {
                throw .insecure(
                    "client certificates, Unix sockets, other server names and proxies are not supported on this platform"
                )
            }
            return true
        }

        /// There is none on this platform.
        func installIdentity() throws(BackendError) -> Bool { false }
    }
#endif
