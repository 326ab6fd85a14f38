#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The environment variables that libraries below us read behind our back.
enum NetworkEnvironment {
    /// Done once, before the first request.
    static let prepare: Void = {
        // These print headers, with credentials, to stderr, or write session keys to a file.
        for name in ["URLSessionDebug", "URLSessionDebugLibcurl", "SSLKEYLOGFILE"] { unsetenv(name) }
        readUpperCaseProxy()
        exemptThisMachineFromProxies()
    }()

    /// Runs `body` while the variables name a place where no file can be made.
    static func withoutUserDirectories<Result>(_ body: () -> Result) -> Result {
        let names = ["XDG_CACHE_HOME", "XDG_DATA_HOME"]
        let values = names.map { value(of: $0) }
        for name in names { setenv(name, "/dev/null", 1) }
        defer {
            for (name, value) in zip(names, values) {
                if let value { setenv(name, value, 1) } else { unsetenv(name) }
            }
        }
        return body()
    }

    /// libcurl reads `http_proxy` only: under CGI, `HTTP_PROXY` is a header that anybody can send. Go programs read both.
    private static func readUpperCaseProxy() {
        guard value(of: "REQUEST_METHOD") == nil, value(of: "http_proxy") == nil else { return }
        if let proxy = value(of: "HTTP_PROXY") { setenv("http_proxy", proxy, 1) }
    }

    /// libcurl sends even requests to localhost through a proxy; Go programs, and so argo, do not.
    private static func exemptThisMachineFromProxies() {
        let proxies = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
        guard proxies.contains(where: { value(of: $0) != nil }) else { return }
        let exempt = value(of: "no_proxy") ?? value(of: "NO_PROXY") ?? ""
        guard exempt != "*" else { return }
        setenv("no_proxy", (exempt.isEmpty ? "" : exempt + ",") + "localhost,127.0.0.1,::1", 1)
    }

    /// Whether the environment keeps its proxies from that host and port.
    static func exempts(_ authority: String) -> Bool {
        _ = prepare
        return ProxyExemptions(value(of: "no_proxy") ?? value(of: "NO_PROXY") ?? "").cover(authority)
    }

    private static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
