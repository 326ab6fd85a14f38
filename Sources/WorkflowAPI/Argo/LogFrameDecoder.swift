import DocumentKit
import WorkflowModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns the messages of a log into lines.
///
/// ```
/// {"result":{"content":"2026-01-02T03:04:05.000000006Z hello","podName":"x-1"}}
/// ```
/// That is what nearly every message looks like, byte for byte; such a one is read without building a document.
struct LogFrameDecoder {
    private static let start = Array(#"{"result":{"content":""#.utf8)
    private static let middle = Array(#"","podName":""#.utf8)
    private static let end = Array(#""}}"#.utf8)

    /// The pod that was asked for: lines that name none are its.
    private let pod: String
    private let container: String
    private var times = LogTimeReader()
    /// The pod of the last line, which mostly is that of the next.
    private var lastPod: (bytes: ArraySlice<UInt8>, name: String) = ([], "")

    init(pod: String?, container: String = "main") {
        self.pod = pod ?? ""
        self.container = container
    }

    /// nil for messages that hold no line.
    mutating func decode(_ message: ArgoFrameReader.Message) throws -> LogEntry? {
        switch message {
        case .text(let line): return entry(pod, line)
        case .json(let bytes):
            if let entry = plain(bytes) { return entry }
            switch try ArgoFrame(Array(bytes)) {
            case .empty: return nil
            case .end: throw BackendError.truncated("the server ended the log before its end")
            case .result(let line):
                return entry(line["podName"]?.string ?? pod, (line["content"]?.utf8 ?? [])[...])
            }
        }
    }

    private mutating func entry(_ pod: String, _ line: ArraySlice<UInt8>) -> LogEntry {
        var line = line
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        guard let (time, length) = times.time(of: line.span) else {
            return LogEntry(pod: pod, container: container, content: line)
        }
        return LogEntry(
            pod: pod, container: container, time: time, timeText: line.prefix(length),
            content: line.dropFirst(length + 1))
    }

    /// The line of a message that has the usual form.
    private mutating func plain(_ bytes: ArraySlice<UInt8>) -> LogEntry? {
        guard bytes.starts(with: Self.start) else { return nil }
        let content = bytes.dropFirst(Self.start.count)
        guard let (contentEnd, hasEscapes) = Self.stringEnd(in: content) else { return nil }
        let rest = content[contentEnd...]
        guard rest.starts(with: Self.middle) else { return nil }
        let name = rest.dropFirst(Self.middle.count)
        guard let (nameEnd, nameHasEscapes) = Self.stringEnd(in: name), !nameHasEscapes else { return nil }
        let tail = name[nameEnd...]
        guard tail.starts(with: Self.end), tail.dropFirst(Self.end.count).allSatisfy({ $0 == 0x20 || $0 == 0x0D })
        else { return nil }
        if lastPod.bytes != name[..<nameEnd] {
            // Of its own: a slice would keep the whole piece that it came in.
            let own = Array(name[..<nameEnd])
            lastPod = (own[...], String(decoding: own, as: UTF8.self))
        }
        let inside = content[..<contentEnd]
        guard hasEscapes else { return entry(lastPod.name, inside) }
        return JSONEscape.decoded(inside.span).map { entry(lastPod.name, $0[...]) }
    }

    /// Where the quote stands that ends a string, and whether there is a backslash before it.
    private static func stringEnd(in bytes: ArraySlice<UInt8>) -> (end: Int, hasEscapes: Bool)? {
        bytes.withUnsafeBytes { buffer -> (end: Int, hasEscapes: Bool)? in
            guard let base = buffer.baseAddress else { return nil }
            var from = 0
            while let quote = memchr(base + from, Int32(UInt8(ascii: "\"")), buffer.count - from) {
                let place = base.distance(to: UnsafeRawPointer(quote))
                var slashes = 0
                while place - slashes > 0, buffer[place - slashes - 1] == UInt8(ascii: "\\") { slashes += 1 }
                if slashes % 2 == 0 {
                    let hasEscapes = memchr(base, Int32(UInt8(ascii: "\\")), place) != nil
                    return (bytes.startIndex + place, hasEscapes)
                }
                from = place + 1
            }
            return nil
        }
    }
}
