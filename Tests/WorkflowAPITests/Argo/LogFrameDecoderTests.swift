import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct LogFrameDecoderTests {
    static func entry(_ pod: String, _ content: String) -> LogEntry {
        LogEntry(pod: pod, content: Array(content.utf8)[...])
    }

    @Test(arguments: [
        (#"{"result":{"content":"hello","podName":"x-1"}}"#, entry("x-1", "hello")),
        (#"{"result":{"content":"hello","podName":"x-1"}} "#, entry("x-1", "hello")),
        (#"{"result":{"content":"","podName":""}}"#, entry("", "")),
        (#"{"result":{"content":"a\tb\"c\u003c","podName":"x-1"}}"#, entry("x-1", "a\tb\"c<")),
        (#"{"result":{"content":"é 日本","podName":"pöd"}}"#, entry("pöd", "é 日本")),
        (#"{"result":{"content":"line\n","podName":"x"}}"#, entry("x", "line")),
        (#"{"result":{"podName":"x-1","content":"hello"}}"#, entry("x-1", "hello")),
        (#"{"result":{"content":"hello"}}"#, entry("asked", "hello")),
        (#"{"result":{"podName":"x-1"}}"#, entry("x-1", "")),
        (#"{"result":{"content":"hello","podName":"x-1","level":1}}"#, entry("x-1", "hello")),
        (#"{ "result" : { "content" : "hello", "podName" : "x-1" } }"#, entry("x-1", "hello")),
        (#"{"result":{"content":5,"podName":null}}"#, entry("asked", "")),
    ])
    func readsALineHoweverItIsWritten(_ message: String, _ expected: LogEntry) throws {
        var decoder = LogFrameDecoder(pod: "asked")
        for _ in 0..<2 { #expect(try decoder.decode(.json(Array(message.utf8)[...])) == expected) }
    }

    @Test func keepsPodsApart() throws {
        var decoder = LogFrameDecoder(pod: nil)
        for pod in ["a", "b", "b", "a", "ab"] {
            let message = #"{"result":{"content":"x","podName":"\#(pod)"}}"#
            #expect(try decoder.decode(.json(Array(message.utf8)[...]))?.pod == pod)
        }
    }

    @Test(arguments: [
        #"{"result":{"content":"hello","podName":"x-1"}"#, #"{"result":{"content":"hello","podName":"x-1"}}}"#,
        #"{"result":{"content":"hello"#, #"{"result":{"content":"a\qb","podName":"x"}}"#,
        #"{"message":"hello"}"#, #"{"items":null,"metadata":{}}"#,
    ])
    func refusesWhatOnlyLooksLikeALine(_ message: String) {
        var decoder = LogFrameDecoder(pod: nil)
        #expect(throws: BackendError.self) { try decoder.decode(.json(Array(message.utf8)[...])) }
    }

    @Test func passesOnBytesThatAreNoText() throws {
        var decoder = LogFrameDecoder(pod: nil)
        for content in [[0xFF, 0x01, 0x00], [0xE2, 0x28] + Array("\\n".utf8)] {
            let bytes = Array(#"{"result":{"content":""#.utf8) + content + Array(#"","podName":"x"}}"#.utf8)
            let expected = content.count == 3 ? content : [0xE2, 0x28, 0x0A]
            #expect(try decoder.decode(.json(bytes[...]))?.content == expected.dropLast(content.count == 3 ? 0 : 1))
        }
    }

    @Test(arguments: [
        ("2026-01-02T03:04:05.000000006Z hello", "2026-01-02T03:04:05.000000006Z", "hello"),
        ("2026-01-02T03:04:05Z ", "2026-01-02T03:04:05Z", ""),
        ("2026-01-02T03:04:05.5+02:00  two", "2026-01-02T03:04:05.5+02:00", " two"),
        ("2026-01-02T03:04:05.5Z", "", "2026-01-02T03:04:05.5Z"),
        ("2026-13-02T03:04:05.5Z x", "", "2026-13-02T03:04:05.5Z x"),
        ("2026-01-02T03:04:05.5xZ x", "", "2026-01-02T03:04:05.5xZ x"),
        ("2026-01-02 03:04:05 x", "", "2026-01-02 03:04:05 x"),
    ])
    func tellsTheTimeFromTheLine(_ line: String, _ time: String, _ content: String) throws {
        var decoder = LogFrameDecoder(pod: nil)
        let message = #"{"result":{"content":"\#(line)","podName":"x"}}"#
        // The second reading is one of the same second.
        for _ in 0..<2 {
            let entry = try #require(try decoder.decode(.json(Array(message.utf8)[...])))
            #expect(String(decoding: entry.timeText, as: UTF8.self) == time)
            #expect(String(decoding: entry.content, as: UTF8.self) == content)
            #expect(entry.time == Timestamp(rfc3339: time))
        }
    }
}
