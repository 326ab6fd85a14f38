/// Where a server listens, as people write it.
///
/// ```
/// argo.example.com:2746        [::1]:2746        https://argo.example.com/workflows        unix:///run/argo.sock
/// ```
package struct ServerAddress: Sendable, Equatable {
    package enum Scheme: String, Sendable { case http, https }

    /// nil when only host and port were given.
    package var scheme: Scheme?
    /// Lower case; an IPv6 address keeps its brackets.
    package var host: String
    package var port: Int?
    /// Escaped; empty, or `/a/b` without a slash at its end.
    package var path: String
    /// The file of a Unix socket; the host is then a name that nobody looks up.
    package var socket: String?

    package init(parsing text: String) throws(ServerAddressProblem) {
        if text.lowercased().hasPrefix("unix:") {
            let socket = text.dropFirst("unix://".count)
            guard text.lowercased().hasPrefix("unix:///"), !socket.hasSuffix("/"), !socket.contains("\0") else {
                throw .socket
            }
            self.socket = String(socket)
            host = "localhost"
            path = ""
            return
        }
        var rest = Substring(text)
        if let mark = rest.firstRange(of: "://") {
            guard let scheme = Scheme(rawValue: rest[..<mark.lowerBound].lowercased()) else {
                throw .scheme(Self.withoutUserInfo(rest[..<mark.lowerBound]))
            }
            self.scheme = scheme
            rest = rest[mark.upperBound...]
        }
        guard !rest.contains(where: { $0 == "?" || $0 == "#" }) else { throw .queryOrFragment }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = rest[..<slash]
        guard !rest.contains("@") else { throw .userInfo }
        guard !authority.isEmpty else { throw text.isEmpty ? .empty : .host }
        let (host, port) = try Self.split(authority)
        self.host = host.lowercased()
        self.port = try port.map(Self.number)
        path = try Self.path(rest[slash...])
    }

    /// Host and port, with `scheme` for an address that names none.
    package func url(scheme fallback: Scheme) -> String {
        "\((scheme ?? fallback).rawValue)://\(authority)\(path)"
    }

    package var authority: String { port.map { "\(host):\($0)" } ?? host }

    /// What messages call it.
    package var label: String { socket ?? authority }

    /// A path as a base: each segment escaped where it must be, no empty ones, no way up.
    static func path(_ text: some StringProtocol) throws(ServerAddressProblem) -> String {
        var path = ""
        for segment in text.split(separator: "/") {
            guard segment != ".", segment != ".." else { throw .path }
            path += "/" + PercentEncoding.completed(String(segment))
        }
        return path
    }

    private static func split(_ authority: Substring) throws(ServerAddressProblem) -> (Substring, Substring?) {
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else { throw .host }
            let inside = authority[authority.index(after: authority.startIndex)..<end]
            if inside.contains("%") { throw .zone }
            guard inside.contains(":"), inside.utf8.allSatisfy(isIPv6Byte) else { throw .host }
            let after = authority[authority.index(after: end)...]
            guard after.isEmpty || after.first == ":" else { throw .host }
            return (authority[...end], after.isEmpty ? nil : after.dropFirst())
        }
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count < 3 else { throw .bareIPv6 }
        guard !parts[0].isEmpty, parts[0].utf8.allSatisfy(isHostByte) else { throw .host }
        return (parts[0], parts.count == 2 ? parts[1] : nil)
    }

    private static func number(_ text: Substring) throws(ServerAddressProblem) -> Int {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text), (1...65535).contains(port)
        else { throw .port(String(text)) }
        return port
    }

    private static func isIPv6Byte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: ":"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Names outside ASCII pass: the resolver knows what to do with them.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        PercentEncoding.isUnreserved(byte) || byte >= 0x80
    }

    /// The scheme part of a broken address may hide credentials before an `@`.
    private static func withoutUserInfo(_ text: Substring) -> String {
        String(text.split(separator: "@").last ?? "")
    }
}
