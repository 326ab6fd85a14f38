/// Cuts the body of a stream into messages, in whichever framing the server chose.
///
/// ```
/// data: {"result":{…}}⏎⏎      text/event-stream, with `:` lines as keep-alives
/// {"result":{…}}⏎              application/json, one a line
/// hello⏎                       text/plain, as it stands
/// ```
struct ArgoFrameReader {
    enum Message {
        case json([UInt8])
        case text([UInt8])
    }

    private enum Framing { case events, lines, text }

    private var framing: Framing?
    private var pending: [UInt8] = []

    /// Hands every message that ends in `piece` to `body` until it answers `.stop`.
    mutating func append(
        _ piece: [UInt8], of head: HTTPHead, each body: (Message) throws -> StreamControl
    ) throws -> StreamControl {
        if framing == nil { framing = Self.framing(head) }
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            pending += piece[start..<end]
            start = end + 1
            guard try take(each: body) == .proceed else { return .stop }
        }
        pending += piece[start...]
        guard pending.count <= 64 << 20 else { throw BackendError.malformed("a line of the stream is endless") }
        return .proceed
    }

    /// The last message, whose end is the body's end.
    mutating func finish(each body: (Message) throws -> StreamControl) throws {
        if !pending.isEmpty { _ = try take(each: body) }
    }

    private mutating func take(each body: (Message) throws -> StreamControl) throws -> StreamControl {
        defer { pending.removeAll(keepingCapacity: true) }
        if framing == .text { return try body(.text(pending)) }
        if framing == .events {
            let marker = "data:".utf8
            guard pending.starts(with: marker) else { return .proceed }
            pending.removeFirst(marker.count)
        }
        guard pending.contains(where: { !" \t\r".utf8.contains($0) }) else { return .proceed }
        return try body(.json(pending))
    }

    private static func framing(_ head: HTTPHead) -> Framing {
        let type = head["Content-Type"]?.lowercased() ?? ""
        if type.hasPrefix("text/event-stream") { return .events }
        return type.hasPrefix("text/plain") ? .text : .lines
    }
}
