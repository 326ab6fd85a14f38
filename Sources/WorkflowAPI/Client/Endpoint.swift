package import DocumentKit

/// One API call as a value: what is asked, and how the answer is read.
///
/// Segments and values are unescaped; `request(at:headers:)` does the only escaping there is.
package struct Endpoint<Response>: Sendable {
    package struct QueryItem: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var method: HTTPRequest.Method
    package var path: [String]
    /// The empty last segment by which an Argo Server knows "all namespaces".
    package var endsWithSlash = false
    package var query: [QueryItem] = []
    package var body: ValueTree?
    package var contentType = "application/json"
    package var accept = "application/json"
    /// Whether asking again after a lost answer changes nothing more; writes that do must not be repeated.
    package var isRepeatable: Bool
    /// Whether an answer may begin at any time: its head comes with the first word of somebody who may be silent.
    package var maySayNothing = false
    /// Whether 500 is how the server says that what was asked for cannot be had, now or later.
    package var meansRefusalBy500 = false
    /// Whether nothing at all is a good answer.
    package var allowsEmptyAnswer = false
    package var decode: @Sendable (DocumentValue) throws -> Response

    package init(
        _ method: HTTPRequest.Method, _ path: [String], decode: @escaping @Sendable (DocumentValue) throws -> Response
    ) {
        self.method = method
        self.path = path
        self.decode = decode
        isRepeatable = method == .get || method == .delete
    }

    /// The request under a base URL that has no slash at its end.
    ///
    /// Headers replace those of the same name that stand before them.
    package func request(at base: String, headers: [HTTPRequest.Header]) throws(BackendError) -> HTTPRequest {
        var url = base
        for segment in path {
            guard !segment.isEmpty, segment != ".", segment != ".." else {
                throw .invalid("'\(segment)' is not a name")
            }
            url += "/" + PercentEncoding.encoded(segment)
        }
        if endsWithSlash { url += "/" }
        for (index, item) in query.enumerated() {
            url += index == 0 ? "?" : "&"
            url += PercentEncoding.encoded(item.name) + "=" + PercentEncoding.encoded(item.value)
        }
        var all = [HTTPRequest.Header("Accept", accept), HTTPRequest.Header("User-Agent", "wfctl")]
        var bytes: [UInt8]?
        if let body {
            all.append(HTTPRequest.Header("Content-Type", contentType))
            bytes = try Self.encoded(body)
        }
        for header in headers {
            all.removeAll { $0.name.lowercased() == header.name.lowercased() }
            all.append(header)
        }
        return HTTPRequest(method, url, headers: all, body: bytes)
    }

    /// Whether a failure is this route's way to say no.
    func isRefusal(_ error: any Error) -> Bool {
        guard meansRefusalBy500, case .server(status: 500, _) = BackendError(of: error) else { return false }
        return true
    }

    private static func encoded(_ body: ValueTree) throws(BackendError) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            try JSONWriter(style: .compact).write(body, to: &bytes)
        } catch {
            throw .invalid("the request's body cannot be written: \(error)")
        }
        return bytes
    }
}

extension Endpoint<Void> {
    /// A call whose answer is read while it arrives, by whoever asked.
    package init(streaming path: [String], accept: String = "application/json") {
        self.init(.get, path) { _ in }
        self.accept = accept
    }

    static let eventStream = "text/event-stream"
}
