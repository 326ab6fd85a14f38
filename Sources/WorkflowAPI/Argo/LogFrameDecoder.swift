import DocumentKit
import WorkflowModel

/// Turns the messages of a log into lines.
///
/// ```
/// {"result":{"content":"2026-01-02T03:04:05.000000006Z hello","podName":"x-1"}}
/// ```
/// That is what nearly every message looks like, byte for byte; such a one is read without building a document.
struct LogFrameDecoder {
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
                // What a server leaves out of a line is empty; what has other things is something else.
                guard line["podName"] != nil || line["content"] != nil || line.count == 0 else {
                    throw BackendError.malformed("the answer is not the log it should be: it has no line")
                }
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
        guard let frame = bytes.withUnsafeBytes(PlainFrame.init) else { return nil }
        let start = bytes.startIndex
        let name = bytes[(start + frame.pod.lowerBound)..<(start + frame.pod.upperBound)]
        if lastPod.bytes != name {
            // Of its own: a slice would keep the whole piece that it came in.
            let own = Array(name)
            lastPod = (own[...], String(decoding: own, as: UTF8.self))
        }
        let inside = bytes[(start + frame.content.lowerBound)..<(start + frame.content.upperBound)]
        guard frame.hasEscapes else { return entry(lastPod.name, inside) }
        return JSONEscape.decoded(inside.span).map { entry(lastPod.name, $0[...]) }
    }
}
