import Testing
import WorkflowAPI

@Suite struct LineFramerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var ending = LineFramer.Ending.lineFeed
        var lines: [String]
        var rest: String?
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing", text: "", lines: []),
        Case(testDescription: "lines", text: "one\ntwo\n", lines: ["one", "two"]),
        Case(testDescription: "a rest", text: "one\ntwo", lines: ["one"], rest: "two"),
        Case(testDescription: "empty lines", text: "\n\none\n\n", lines: ["", "", "one", ""]),
        Case(
            testDescription: "carriage returns before feeds", text: "one\r\n\r\ntwo\r", lines: ["one", ""],
            rest: "two\r"),
        Case(testDescription: "carriage returns elsewhere", text: "a\rb\r\r\n", lines: ["a\rb\r"]),
        Case(testDescription: "wide characters", text: "é\n日本\n🙂", lines: ["é", "日本"], rest: "🙂"),
        Case(testDescription: "any: feeds", text: "a\nb\n\nc", ending: .any, lines: ["a", "b", ""], rest: "c"),
        Case(testDescription: "any: returns", text: "a\rb\r\rc\r", ending: .any, lines: ["a", "b", "", "c"]),
        Case(testDescription: "any: both", text: "a\r\nb\r\n\r\n", ending: .any, lines: ["a", "b", ""]),
        Case(
            testDescription: "any: a mixture", text: "a\n\rb\r\n\nc\r\r\n", ending: .any,
            lines: ["a", "", "b", "", "c", ""]),
        Case(testDescription: "any: both, then a rest", text: "\r\na", ending: .any, lines: [""], rest: "a"),
    ]

    private func lines(_ chunks: [[UInt8]], _ ending: LineFramer.Ending) throws -> (lines: [String], rest: String?) {
        var framer = LineFramer(ending: ending)
        var lines: [String] = []
        for chunk in chunks { lines += try framer.append(chunk).map { String(decoding: $0, as: UTF8.self) } }
        return (lines, framer.finish().map { String(decoding: $0, as: UTF8.self) })
    }

    @Test(arguments: cases) func cutsLinesWhereverTheChunksAreCut(sample: Case) throws {
        let bytes = Array(sample.text.utf8)
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let chunks = [Array(bytes[..<first]), Array(bytes[first..<second]), Array(bytes[second...])]
                let (lines, rest) = try lines(chunks, sample.ending)
                #expect(lines == sample.lines, "cut at \(first) and \(second)")
                #expect(rest == sample.rest, "cut at \(first) and \(second)")
            }
        }
        let (lines, rest) = try lines(bytes.map { [$0] }, sample.ending)
        #expect(lines == sample.lines)
        #expect(rest == sample.rest)
    }

    @Test(arguments: [1, 3, 10, 11, 100]) func refusesALineOverTheLimit(chunkSize: Int) throws {
        let error = BackendError.tooLong("a line", 10)
        for text in ["0123456789", "0123456789\n", "a\n0123456789\nb"] {
            _ = try Self.framed(text, chunkSize: chunkSize, limit: 10)
        }
        for text in ["0123456789x", "0123456789x\n", "a\n0123456789x\nb"] {
            #expect(throws: error) { _ = try Self.framed(text, chunkSize: chunkSize, limit: 10) }
        }
    }

    private static func framed(_ text: String, chunkSize: Int, limit: Int) throws -> Int {
        var framer = LineFramer(limit: limit)
        var rest = Array(text.utf8)[...]
        var count = 0
        while !rest.isEmpty {
            count += try framer.append(Array(rest.prefix(chunkSize))).count
            rest = rest.dropFirst(chunkSize)
        }
        return count
    }

    @Test func startsAgainAfterItsEnd() throws {
        var framer = LineFramer()
        #expect(try framer.append(Array("a\nb".utf8)) == [Array("a".utf8)[...]])
        #expect(framer.finish() == Array("b".utf8)[...])
        #expect(framer.finish() == nil)
    }
}
