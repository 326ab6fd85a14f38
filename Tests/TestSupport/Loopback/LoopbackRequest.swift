package import WorkflowAPI

/// A request as it came over the wire.
package struct LoopbackRequest: Sendable, Equatable {
    package var method: String
    /// As sent: path and query, still escaped.
    package var target: String
    package var headers: [HTTPRequest.Header]
    package var body: [UInt8]
    /// Which of the server's connections it came on, from 0.
    package var connection: Int

    /// The target without its query, still escaped.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// `GET /api/v1/info`: what routes are matched by.
    package var route: String { "\(method) \(path)" }

    /// The query's pairs in order, unescaped.
    package var query: [Pair] {
        guard let mark = target.firstIndex(of: "?") else { return [] }
        return target[target.index(after: mark)...].split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Pair(Self.unescaped(parts[0]), parts.count > 1 ? Self.unescaped(parts[1]) : "")
        }
    }

    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The first header of that name, whatever its case.
    package subscript(header name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The first query value of that name.
    package subscript(query name: String) -> String? { query.first { $0.name == name }?.value }

    package struct Pair: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// As Go's servers do it: `+` is a space.
    private static func unescaped(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
