/// An answer that sends us elsewhere. Nothing is followed: credentials must not travel.
struct Redirect {
    private let location: String
    private let url: String
    private let status: Int

    init(_ request: HTTPRequest, _ head: HTTPHead) {
        location = head["Location"] ?? ""
        url = request.url
        status = head.status
    }

    var error: BackendError {
        let place = location.isEmpty ? "nowhere" : "'\(MaskedURL.text(location))'"
        return .server(
            status: status, message: "a redirect to \(place), which is not followed; \(advice)")
    }

    private var advice: String {
        let (from, to) = (parts(url), parts(location))
        if from.scheme == "http", to.scheme == "https" { return "use --secure or an https:// address" }
        if to.host.isEmpty || to.host == from.host, let base = base(from.path, to.path) {
            return "use --argo-base-href '\(base)'"
        }
        return "check the address and the base path (--argo-base-href, ARGO_BASE_HREF)"
    }

    /// `/argo`, when the new path is the old one behind it.
    private func base(_ old: String, _ new: String) -> String? {
        guard let mark = old.firstRange(of: "/api/v1/") else { return nil }
        guard let end = new.firstRange(of: old[mark.lowerBound...])?.lowerBound, end > new.startIndex else {
            return nil
        }
        return String(new[..<end])
    }

    private func parts(_ url: String) -> (scheme: String, host: String, path: String) {
        guard let mark = url.firstRange(of: "://") else { return ("", "", path(Substring(url))) }
        let rest = url[mark.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let host = authority.split(separator: "@").last.map(String.init) ?? ""
        return (url[..<mark.lowerBound].lowercased(), host.lowercased(), path(rest[authority.endIndex...]))
    }

    private func path(_ text: Substring) -> String { String(text.prefix { $0 != "?" && $0 != "#" }) }
}
