#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The hosts that are reached without a proxy, as `NO_PROXY` lists them for Go programs.
///
///     example.com,.internal    a domain and what is below it
///     10.1.2.3,fd00::/8        an address, a network
///     argo:2746                one port
///     *                        everything
struct ProxyExemptions {
    private let entries: [String]

    init(_ list: String) {
        entries = list.lowercased().split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// `authority` is a host and its port: `argo.example.com:443`, `[::1]:80`.
    func cover(_ authority: String) -> Bool {
        let (host, port) = Self.split(authority.lowercased())
        let address = Self.address(host)
        return entries.contains { entry in
            if entry == "*" { return true }
            if let address, let network = Self.network(entry) { return network.has(address) }
            let (name, only) = Self.address(entry) == nil ? Self.split(entry) : (entry, nil)
            if let only, only != port { return false }
            if let address { return Self.address(name) == address }
            var domain = name.drop { $0 == "*" || $0 == "." }
            if domain.last == "." { domain.removeLast() }
            return !domain.isEmpty && (host == domain || host.hasSuffix("." + domain))
        }
    }

    private static func split(_ authority: String) -> (host: String, port: Substring?) {
        guard let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") else {
            return (unbracketed(authority[...]), nil)
        }
        return (unbracketed(authority[..<colon]), authority[authority.index(after: colon)...])
    }

    private static func unbracketed(_ host: Substring) -> String {
        host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : String(host)
    }

    /// The 4 or 16 bytes of an address; nil for a name.
    private static func address(_ text: String) -> [UInt8]? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if inet_pton(family, unbracketed(text[...]), &bytes) == 1 { return bytes }
        }
        return nil
    }

    /// Addresses that begin with the same bits.
    private struct Network {
        let address: [UInt8]
        let bits: Int

        func has(_ other: [UInt8]) -> Bool {
            guard other.count == address.count else { return false }
            return (0..<bits).allSatisfy { bit in
                (address[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
            }
        }
    }

    private static func network(_ entry: String) -> Network? {
        let parts = entry.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let address = address(parts[0]), let bits = Int(parts[1]),
            (0...address.count * 8).contains(bits)
        else { return nil }
        return Network(address: address, bits: bits)
    }
}
