import WorkflowAPI

extension Diagnostic {
    init(backend error: BackendError) {
        let basePathHint = "check the address and its base path (--argo-base-href, ARGO_BASE_HREF)"
        switch error {
        case .notFound(let what):
            self.init(message: what, status: .notFound)
        case .conflict(let what):
            self.init(message: what, status: .conflict)
        case .invalid(let what):
            self.init(message: what, status: .usage)
        case .unauthenticated(let what):
            self.init(
                message: what,
                hint:
                    "give valid credentials with --token-file, WFCTL_TOKEN or a context; 'wfctl context show' says what "
                    + "is used",
                status: .denied)
        case .forbidden(let what):
            self.init(
                message: what,
                hint:
                    "ask for a role that has this permission; 'wfctl auth whoami' shows whom the server takes you for",
                status: .denied)
        case .throttled(let what, let retryAfter):
            self.init(
                message: what,
                hint: retryAfter.map { "the server asks to wait \($0) s before the next request" }
                    ?? "the server limits the rate of requests; try again later",
                status: .unreachable)
        case .server(let status, _):
            let hint: String? =
                switch status {
                case 404: "this does not look like the API; " + basePathHint
                case 501: "this server does not know the request; is it an Argo Server?"
                default: nil
                }
            self.init(
                message: error.statement, hint: hint,
                status: status >= 500 && status != 501 ? .unreachable : .failure)
        case .unreachable(let what):
            self.init(
                message: what,
                hint: "check the address ('wfctl context show' tells where it is from) and that the server is up",
                status: .unreachable)
        case .proxy(let what):
            self.init(
                message: what,
                hint: "check the proxy (--proxy-url, HTTPS_PROXY, HTTP_PROXY; NO_PROXY names exceptions)",
                status: .unreachable)
        case .proxyDenied(let what):
            self.init(
                message: what,
                hint:
                    "give the proxy's user and password in its address, as http://USER:PASSWORD@HOST:PORT, where that "
                    + "stands: --proxy-url, ARGO_PROXY_URL or WFCTL_PROXY_URL, a context, a kubeconfig, HTTPS_PROXY or "
                    + "HTTP_PROXY; 'wfctl context show' tells which",
                status: .unreachable)
        case .insecure(let what, let problem):
            self.init(message: what, hint: problem.hint, status: .unreachable)
        case .timedOut(let what):
            self.init(message: what, hint: "allow more time with --request-timeout", status: .unreachable)
        case .truncated(let what):
            self.init(message: what, hint: "the connection broke; try again", status: .unreachable)
        case .malformed(let what):
            self.init(message: what, hint: basePathHint)
        case .failed(let what):
            self.init(message: what)
        case .storage(let what):
            self.init(
                message: what,
                hint: "local runs and templates are kept in $XDG_STATE_HOME/wfctl, else in ~/.local/state/wfctl; it "
                    + "must be a folder that is yours to write, on a disk with room")
        case .unsettled(let write):
            self.init(message: write.message, status: .unreachable)
        case .login(let inner):
            self.init(backend: inner)
            message = error.statement
            switch inner {
            case .server(500..., _): break
            case .unreachable, .server, .malformed:
                hint = "check the OAuth server's address (--oauth-token-url, --oauth-device-url of 'wfctl context set')"
            default: break
            }
        case .unsupported(let feature, let kind):
            self.init(message: "the \(kind.rawValue) backend does not have \(feature)", status: .usage)
        }
    }
}

extension TLSProblem {
    fileprivate var hint: String {
        switch self {
        case .untrusted:
            "name its authority with --certificate-authority FILE; the server's own certificate may be any "
                + "with -k, or none with --secure=false"
        case .otherName:
            "say which name its certificate is for with --tls-server-name NAME; it may be any certificate with -k"
        case .expired:
            "the server needs a certificate that is valid now, unless this machine's clock is wrong; it may be any "
                + "certificate with -k"
        case .plainHTTP:
            "the server seems to speak plain HTTP: use an http:// address, or --secure=false where it has no scheme"
        case .wantsCertificate:
            "the server wants a client certificate that it knows: give one with --client-certificate FILE and "
                + "--client-key FILE"
        }
    }
}
