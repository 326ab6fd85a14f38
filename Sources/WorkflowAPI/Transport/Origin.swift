import Foundation

/// Scheme, host and port of a URL: what tells one server from another.
///
///     https://Argo.example.com/workflows    https://argo.example.com:443
package struct Origin: Sendable, Hashable, CustomStringConvertible {
    /// In lower case and with its port.
    package let description: String
    /// Host and port.
    var authority: String { description.split(separator: "/").last.map(String.init) ?? "" }

    /// nil for what is no http or https URL.
    package init?(_ url: String) {
        // The host as it goes over the wire: names outside ASCII have another form there.
        guard let parts = URL(string: url), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty
        else { return nil }
        let isAddress = host.contains(":") && !host.hasPrefix("[")
        description = "\(scheme)://\(isAddress ? "[\(host)]" : host):\(parts.port ?? (scheme == "https" ? 443 : 80))"
    }

    /// Where a `Location` in an answer from `url` leads to; nil for what is no http or https URL.
    package static func resolve(_ location: String, at url: String) -> String? {
        let place = URL(string: location, relativeTo: URL(string: url))?.absoluteString
        return place.flatMap { Origin($0) == nil ? nil : $0 }
    }
}
