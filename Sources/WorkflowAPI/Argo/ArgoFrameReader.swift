/// Cuts the body of a stream into messages, in whichever framing the server chose.
///
/// ```
/// data: {"result":{…}}⏎⏎      text/event-stream, with `:` lines as keep-alives
/// {"result":{…}}⏎              application/json, one a line
/// hello⏎                       text/plain, as it stands
/// ```
struct ArgoFrameReader {
    /// Bytes without their framing; no longer there when the closure has returned.
    enum Message {
        case json(ArraySlice<UInt8>)
        case text(ArraySlice<UInt8>)
    }

    private enum Framing { case events, lines, text }

    private static let lineLimit = 64 << 20

    private var framing: Framing?
    /// The beginning of a line whose end has not arrived.
    private var pending: [UInt8] = []

    /// Hands every message that ends in `piece` to `body` until it answers `.stop`.
    mutating func append(
        _ piece: [UInt8], of head: HTTPHead, each body: (Message) throws -> StreamControl
    ) throws -> StreamControl {
        let framing = framing ?? Self.framing(head)
        self.framing = framing
        var start = piece.startIndex
        while let end = piece[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = piece[start..<end]
            start = end + 1
            let control: StreamControl
            if pending.isEmpty {
                control = try Self.take(line, framing, each: body)
            } else {
                pending += line
                control = try Self.take(pending[...], framing, each: body)
                pending.removeAll(keepingCapacity: true)
            }
            guard control == .proceed else { return .stop }
        }
        pending += piece[start...]
        guard pending.count <= Self.lineLimit else {
            throw BackendError.malformed("a line of the stream is over \(Self.lineLimit) bytes long")
        }
        return .proceed
    }

    /// The last message, whose end is the body's end.
    mutating func finish(each body: (Message) throws -> StreamControl) throws {
        guard let framing, !pending.isEmpty else { return }
        _ = try Self.take(pending[...], framing, each: body)
        pending = []
    }

    private static func take(
        _ line: ArraySlice<UInt8>, _ framing: Framing, each body: (Message) throws -> StreamControl
    ) throws -> StreamControl {
        var line = line
        switch framing {
        case .text: return try body(.text(line))
        case .lines: break
        case .events:
            let marker = "data:".utf8
            guard line.starts(with: marker) else { return .proceed }
            line = line.dropFirst(marker.count)
        }
        guard let start = line.firstIndex(where: { !isSpace($0) }) else { return .proceed }
        return try body(.json(line[start...]))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func framing(_ head: HTTPHead) -> Framing {
        let type = head["Content-Type"]?.lowercased() ?? ""
        if type.hasPrefix("text/event-stream") { return .events }
        return type.hasPrefix("text/plain") ? .text : .lines
    }
}
