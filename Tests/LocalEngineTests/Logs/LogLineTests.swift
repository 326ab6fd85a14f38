import Testing
import WorkflowAPI
import WorkflowModel

@testable import LocalEngine

@Suite struct LogLineTests {
    private let time = Timestamp(seconds: 1_767_323_045, nanoseconds: 6)

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func writesTimeStreamAndLine() {
        var writer = LogLineWriter()
        #expect(
            text(writer.lines(Array("a b\n\nc".utf8), from: .stdout, at: time))
                == """
                2026-01-02T03:04:05.000000006Z stdout F a b
                2026-01-02T03:04:05.000000006Z stdout F \n
                """)
        #expect(text(writer.remainder(at: time)) == "2026-01-02T03:04:05.000000006Z stdout F c\n")
        #expect(writer.remainder(at: time) == [])
    }

    @Test func keepsTheStreamsApart() {
        var writer = LogLineWriter()
        _ = writer.lines(Array("out".utf8), from: .stdout, at: time)
        _ = writer.lines(Array("err".utf8), from: .stderr, at: time)
        #expect(
            text(writer.lines(Array("put\n".utf8), from: .stdout, at: time))
                == "2026-01-02T03:04:05.000000006Z stdout F output\n")
        #expect(text(writer.remainder(at: time)) == "2026-01-02T03:04:05.000000006Z stderr F err\n")
    }

    @Test func cutsLongLinesIntoParts() {
        var writer = LogLineWriter()
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: LogLineWriter.partLimit * 2 + 1)
        let lines = text(writer.lines(long + [UInt8(ascii: "\n")], from: .stdout, at: time)).split(separator: "\n")
        #expect(lines.map { $0.split(separator: " ")[2] } == ["P", "P", "F"])
    }

    /// Whatever the pieces, the same lines come out.
    @Test(arguments: [1, 2, 3, 7, 100_000])
    func readsBackWhatWasWritten(_ size: Int) throws {
        let fixture = try LocalFixture()
        let path = "\(fixture.root)/a.log"
        let lines = ["", "a", String(repeating: "long ", count: 8_000), "ä", " "]
        let bytes = Array(lines.joined(separator: "\n").utf8)
        var log = try LogFile(path)
        for start in stride(from: 0, to: bytes.count, by: size) {
            try log.append(Array(bytes[start..<min(start + size, bytes.count)]), from: .stdout, at: time)
        }
        try log.close(at: time)
        var cursor = LogCursor(pod: "p", path: path)
        var read: [String] = []
        while try cursor.fill() { while let line = cursor.take() { read.append(text(Array(line.content))) } }
        #expect(read == lines)
    }

    /// Lines are never cut: the longest comes whole, and one more byte is an error.
    @Test func aLineIsWholeOrAnError() throws {
        let fixture = try LocalFixture()
        for excess in [0, 1] {
            let path = "\(fixture.root)/\(excess).log"
            let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            var log = try LogFile(path)
            for _ in 0..<(LogCursor.lineLimit >> 20) { try log.append(piece, from: .stdout, at: time) }
            try log.append(piece.prefix(excess) + [UInt8(ascii: "\n")], from: .stdout, at: time)
            try log.close(at: time)
            var cursor = LogCursor(pod: "p", path: path)
            if excess == 0 {
                #expect(try cursor.fill())
                #expect(cursor.take()?.content.count == LogCursor.lineLimit)
                #expect(try !cursor.fill())
            } else {
                #expect(throws: BackendError.self) { try cursor.fill() }
            }
        }
    }

    @Test func passesOverLinesThatAreNoneOfItsOwn() throws {
        let fixture = try LocalFixture()
        let path = "\(fixture.root)/a.log"
        let text = "garbage\n\n2026-01-02T03:04:05.000000006Z stdout F good\nx y z\n2026-01-02T03:04:05.000000006Z std"
        try Files.write(Array(text.utf8), atomicallyTo: path)
        var cursor = LogCursor(pod: "p", path: path)
        #expect(try cursor.fill())
        #expect(cursor.take().map { Array($0.content) } == Array("good".utf8))
        #expect(try !cursor.fill())
    }

    @Test func aLogThatIsNotThereYetHasNoLines() throws {
        var cursor = LogCursor(pod: "p", path: "/nowhere/at/all")
        #expect(try !cursor.fill())
    }

    @Test(arguments: [
        ("42\n", "42"), ("a\n\n", "a\n"), ("a\nb", "a\nb"), ("", ""), ("\n", ""),
    ])
    func aResultLosesOneNewline(_ printed: String, _ result: String) {
        var capture = ResultCapture()
        capture.append(Array(printed.utf8))
        #expect(capture.text == result)
    }

    @Test func aResultKeepsTheLast256Kilobytes() {
        var capture = ResultCapture()
        for _ in 0..<40 { capture.append([UInt8](repeating: UInt8(ascii: "a"), count: 65_536)) }
        capture.append(Array("end\n".utf8))
        #expect(capture.text.utf8.count == ResultCapture.limit)
        #expect(capture.text.hasSuffix("aend"))
    }

    @Test func aResultIsNotCutWithinACharacter() {
        var capture = ResultCapture()
        capture.append(Array("ä".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: ResultCapture.limit - 1))
        #expect(capture.text == String(repeating: "a", count: ResultCapture.limit - 1))
    }
}
