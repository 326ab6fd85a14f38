import WorkflowAPI

/// Reads requests off a connection, one after the other.
///
///     POST /api/v1/workflows/argo HTTP/1.1␍␊
///     Content-Length: 2␍␊
///     ␍␊
///     {}
struct LoopbackReader {
    private let socket: LoopbackSocket
    private let connection: Int
    private var buffer: [UInt8] = []
    private var next = 0

    init(_ socket: LoopbackSocket, connection: Int) {
        self.socket = socket
        self.connection = connection
    }

    /// The next request; nil when the client has gone or does not speak HTTP, which is answered with a 400.
    mutating func request() -> LoopbackRequest? {
        guard let line = line() else { return nil }
        let words = line.split(separator: " ")
        guard words.count == 3, words[2].hasPrefix("HTTP/1.") else {
            _ = socket.write(Array("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".utf8))
            return nil
        }
        var request = LoopbackRequest(
            method: String(words[0]), target: String(words[1]), headers: [], body: [], connection: connection)
        guard let headers = headers() else { return nil }
        request.headers = headers
        guard let body = body(of: request) else { return nil }
        request.body = body
        return request
    }

    private mutating func headers() -> [HTTPRequest.Header]? {
        var headers: [HTTPRequest.Header] = []
        while let line = line() {
            if line.isEmpty { return headers }
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers.append(.init(String(line[..<colon]), String(value)))
        }
        return nil
    }

    private mutating func body(of request: LoopbackRequest) -> [UInt8]? {
        guard request[header: "Transfer-Encoding"]?.lowercased() != "chunked" else { return chunkedBody() }
        guard let length = request[header: "Content-Length"] else { return [] }
        return Int(length).flatMap { bytes($0) }
    }

    private mutating func chunkedBody() -> [UInt8]? {
        var body: [UInt8] = []
        while let line = line(), let size = Int(line.prefix { $0 != ";" }, radix: 16) {
            if size == 0 { return headers() == nil ? nil : body }
            guard let chunk = bytes(size), self.line() != nil else { return nil }
            body += chunk
        }
        return nil
    }

    /// A line without its end.
    private mutating func line() -> String? {
        var bytes: [UInt8] = []
        while let byte = byte() {
            guard byte != UInt8(ascii: "\n") else {
                if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
                return String(decoding: bytes, as: UTF8.self)
            }
            bytes.append(byte)
        }
        return nil
    }

    private mutating func bytes(_ count: Int) -> [UInt8]? {
        while buffer.count - next < count {
            guard fill() else { return nil }
        }
        defer { next += count }
        return Array(buffer[next..<next + count])
    }

    private mutating func byte() -> UInt8? {
        guard next < buffer.count || fill() else { return nil }
        defer { next += 1 }
        return buffer[next]
    }

    private mutating func fill() -> Bool {
        let more = socket.read()
        buffer.removeFirst(next)
        next = 0
        buffer += more
        return !more.isEmpty
    }
}
