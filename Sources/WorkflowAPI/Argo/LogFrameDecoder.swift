import DocumentKit
import WorkflowModel

/// Turns the messages of a log into lines.
///
/// ```
/// {"result":{"content":"hello","podName":"x-1"}}
/// ```
/// That is what nearly every message looks like, byte for byte; such a one is read without building a document.
struct LogFrameDecoder {
    private static let start = Array(#"{"result":{"content":""#.utf8)
    private static let middle = Array(#"","podName":""#.utf8)
    private static let end = Array(#""}}"#.utf8)

    /// The pod that was asked for: lines that name none are its.
    private let pod: String
    /// The pod of the last line, which mostly is that of the next.
    private var lastPod: (bytes: [UInt8], name: String) = ([], "")

    init(pod: String?) { self.pod = pod ?? "" }

    /// nil for messages that hold no line.
    mutating func decode(_ message: ArgoFrameReader.Message) throws -> LogEntry? {
        switch message {
        case .text(let line): return LogEntry(pod: pod, content: Array(line))
        case .json(let bytes):
            if let entry = plain(bytes) { return entry }
            switch try ArgoFrame(Array(bytes)) {
            case .empty: return nil
            case .end: throw BackendError.truncated("the server ended the log before its end")
            case .result(let entry):
                let content = entry["content"]?.utf8 ?? []
                return LogEntry(
                    pod: entry["podName"]?.string ?? pod, content: Self.withoutNewline(content[...]))
            }
        }
    }

    /// The line of a message that has the usual form and no escape in it.
    private mutating func plain(_ bytes: ArraySlice<UInt8>) -> LogEntry? {
        guard bytes.starts(with: Self.start) else { return nil }
        let content = bytes.dropFirst(Self.start.count)
        guard let contentEnd = content.firstIndex(where: Self.endsPlainText) else { return nil }
        let rest = content[contentEnd...]
        guard rest.starts(with: Self.middle) else { return nil }
        let name = rest.dropFirst(Self.middle.count)
        guard let nameEnd = name.firstIndex(where: Self.endsPlainText) else { return nil }
        let tail = name[nameEnd...]
        guard tail.starts(with: Self.end), tail.dropFirst(Self.end.count).allSatisfy({ $0 == 0x20 || $0 == 0x0D })
        else { return nil }
        if !lastPod.bytes.elementsEqual(name[..<nameEnd]) {
            lastPod = (Array(name[..<nameEnd]), String(decoding: name[..<nameEnd], as: UTF8.self))
        }
        return LogEntry(pod: lastPod.name, content: Array(content[..<contentEnd]))
    }

    /// A quote, or what has to be looked at more closely: escapes, control characters, anything but ASCII.
    private static func endsPlainText(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 || byte >= 0x80
    }

    private static func withoutNewline(_ content: ArraySlice<UInt8>) -> [UInt8] {
        Array(content.last == UInt8(ascii: "\n") ? content.dropLast() : content)
    }
}
