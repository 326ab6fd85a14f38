import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct LogFrameDecoderTests {
    static func entry(_ pod: String, _ content: String) -> LogEntry {
        LogEntry(pod: pod, content: Array(content.utf8))
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
        #"{"result":{"content":"hello"#, "{\"result\":{\"content\":\"a\u{1}b\",\"podName\":\"x\"}}",
    ])
    func refusesWhatOnlyLooksLikeALine(_ message: String) {
        var decoder = LogFrameDecoder(pod: nil)
        #expect(throws: BackendError.self) { try decoder.decode(.json(Array(message.utf8)[...])) }
    }

    @Test func refusesBytesThatAreNoText() {
        var decoder = LogFrameDecoder(pod: nil)
        let bytes = Array(#"{"result":{"content":""#.utf8) + [0xFF] + Array(#"","podName":"x"}}"#.utf8)
        #expect(throws: BackendError.self) { try decoder.decode(.json(bytes[...])) }
    }
}
