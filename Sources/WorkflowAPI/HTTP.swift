/// A request as a value: built by endpoints, sent by transports, compared by tests.
package struct HTTPRequest: Sendable, Equatable {
    package enum Method: String, Sendable {
        case get = "GET", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE"
    }

    package struct Header: Sendable, Equatable {
        package var name: String
        package var value: String
        /// Values that are sent as further lines of the same name: some servers do not take them in one line.
        package var furtherValues: [String] = []

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var method: Method
    /// Absolute and already escaped.
    package var url: String
    package var headers: [Header]
    package var body: [UInt8]?

    package init(_ method: Method, _ url: String, headers: [Header] = [], body: [UInt8]? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// Status line and headers of an answer.
package struct HTTPHead: Sendable, Equatable {
    package var status: Int
    package var headers: [HTTPRequest.Header]

    package init(status: Int, headers: [HTTPRequest.Header] = []) {
        self.status = status
        self.headers = headers
    }

    /// 2xx, and nothing else.
    package var isSuccess: Bool { (200..<300).contains(status) }

    /// How many bytes of an answer that is no success can be a message; more need not be read.
    static let messageLimit = 65_536

    /// The first header of that name, whatever its case.
    package subscript(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// A whole answer.
package struct HTTPResponse: Sendable, Equatable {
    package var head: HTTPHead
    package var body: [UInt8]

    package init(head: HTTPHead, body: [UInt8]) {
        self.head = head
        self.body = body
    }
}

/// An answer whose body arrives in pieces.
///
/// Pieces are never empty; reading slowly slows the sender. Ending the iteration early, or cancelling
/// the task, closes the connection. An end before the body's proper end throws.
package struct HTTPStream: Sendable {
    package var head: HTTPHead
    package var body: any AsyncSequence<[UInt8], any Error> & Sendable

    package init(head: HTTPHead, body: any AsyncSequence<[UInt8], any Error> & Sendable) {
        self.head = head
        self.body = body
    }
}

/// The only door to the network. Errors are `BackendError` or `CancellationError`.
///
/// An answer of any status is an answer, never an error; redirects are not followed.
package protocol HTTPTransport: Sendable {
    /// The whole answer, or an error once `timeout` has passed or its body grows over `limit` bytes. An answer that is
    /// no success may end where it is too long for a message.
    func send(_ request: HTTPRequest, timeout: Duration, limit: Int) async throws -> HTTPResponse
    /// The head as soon as it is there (within `timeout`), then the body; `idle` bounds every silence, nil does not.
    func stream(_ request: HTTPRequest, timeout: Duration, idle: Duration?) async throws -> HTTPStream
}
