/// Cuts a stream of bytes into server-sent events, wherever the stream was cut into chunks.
///
///     : keep-alive␊                      a comment
///     ␊                                  nothing before it: no event
///     data: {"result":{"a":1}}␊
///     ␊                                  the event `{"result":{"a":1}}`
///     event: end␍␊
///     data: one␍␊
///     data:two␍␊
///     ␍␊                                 the event `end` with the data `one␊two`
///
/// As the WHATWG describes `text/event-stream`, but for `id` and `retry`, which no server here sends.
package struct ServerSentEvents: Sendable {
    package struct Event: Sendable, Equatable {
        /// `message` unless the server says otherwise.
        package var name: String
        package var data: ArraySlice<UInt8>

        package init(name: String = "message", data: ArraySlice<UInt8>) {
            self.name = name
            self.data = data
        }
    }

    private var framer: LineFramer
    private let limit: Int
    private var name: String?
    private var data: ArraySlice<UInt8>?
    private var isFirstLine = true

    /// An event longer than `limit` bytes is an error.
    package init(limit: Int = 16 << 20) {
        framer = LineFramer(ending: .any, limit: limit)
        self.limit = limit
    }

    /// The events that this chunk completes.
    package mutating func append(_ chunk: [UInt8]) throws(BackendError) -> [Event] {
        var events: [Event] = []
        for line in try framer.append(chunk) {
            if let event = try take(line) { events.append(event) }
        }
        return events
    }

    /// The event that lacks only its empty line, if any; call it once, at the end of the stream.
    package mutating func finish() throws(BackendError) -> Event? {
        if let rest = framer.finish() { _ = try take(rest) }
        return endEvent()
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(BackendError) -> Event? {
        var line = line
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: Self.byteOrderMark) { line = line.dropFirst(Self.byteOrderMark.count) }
        }
        if line.isEmpty { return endEvent() }
        if let value = Self.value(of: Self.dataField, in: line) {
            try add(value)
        } else if let value = Self.value(of: Self.eventField, in: line) {
            name = String(decoding: value, as: UTF8.self)
        }
        return nil
    }

    private mutating func add(_ value: ArraySlice<UInt8>) throws(BackendError) {
        guard var lines = data else { return data = value }
        data = nil
        lines.append(UInt8(ascii: "\n"))
        lines += value
        guard lines.count <= limit else { throw .tooLong("an event", limit) }
        data = lines
    }

    private mutating func endEvent() -> Event? {
        defer { (name, data) = (nil, nil) }
        return data.map { Event(name: name.flatMap { $0.isEmpty ? nil : $0 } ?? "message", data: $0) }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let dataField = Array("data".utf8)
    private static let eventField = Array("event".utf8)

    /// The value of `field: value`, `field:value` or `field`; nil for another field.
    private static func value(of field: [UInt8], in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.starts(with: field) else { return nil }
        var rest = line.dropFirst(field.count)
        guard let colon = rest.popFirst() else { return rest }
        guard colon == UInt8(ascii: ":") else { return nil }
        if rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        return rest
    }
}
