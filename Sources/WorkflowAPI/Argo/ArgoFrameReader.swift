/// Cuts the body of a stream into messages, in whichever framing the server chose.
///
/// ```
/// data: {"result":{…}}⏎⏎      text/event-stream, with `:` lines as keep-alives
/// {"result":{…}}⏎              application/json, one a line
/// hello⏎                       text/plain, as it stands
/// ```
struct ArgoFrameReader {
    enum Message {
        case json(ArraySlice<UInt8>)
        case text(ArraySlice<UInt8>)
    }

    private enum Framing { case events, lines, text }

    /// Bytes of one message: a watch sends whole workflows.
    static let limit = 64 << 20

    private var framing: Framing?
    private var events = ServerSentEvents(limit: limit)
    private var framer = LineFramer(limit: limit)
    private var textFramer = LineFramer(ending: .lineFeedAlone, limit: limit)

    /// Hands every message that ends in `piece` to `body` until it answers `.stop`, after which it is spent.
    mutating func append(
        _ piece: [UInt8], of head: HTTPHead, each body: (Message) throws -> StreamControl
    ) throws -> StreamControl {
        let framing = framing ?? Self.framing(head)
        self.framing = framing
        let messages: [Message] =
            switch framing {
            case .events: try events.append(piece).compactMap { Self.json($0.data) }
            case .lines: try framer.append(piece).compactMap(Self.json)
            case .text: try textFramer.append(piece).map(Message.text)
            }
        for message in messages {
            guard try body(message) == .proceed else {
                self.framing = nil
                return .stop
            }
        }
        return .proceed
    }

    /// The last message, whose end is the body's end.
    mutating func finish(each body: (Message) throws -> StreamControl) throws {
        let last: Message? =
            switch framing {
            case nil: nil
            case .events: try events.finish().flatMap { Self.json($0.data) }
            case .lines: framer.finish().flatMap(Self.json)
            case .text: textFramer.finish().map(Message.text)
            }
        if let last { _ = try body(last) }
    }

    /// nil for blank messages, which say nothing.
    private static func json(_ bytes: ArraySlice<UInt8>) -> Message? {
        guard let start = bytes.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return nil }
        return .json(bytes[start...])
    }

    private static func framing(_ head: HTTPHead) -> Framing {
        let type = head["Content-Type"]?.lowercased() ?? ""
        if type.hasPrefix("text/event-stream") { return .events }
        return type.hasPrefix("text/plain") ? .text : .lines
    }
}
