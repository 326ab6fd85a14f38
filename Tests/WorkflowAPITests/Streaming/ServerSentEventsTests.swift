import Testing
import WorkflowAPI

@Suite struct ServerSentEventsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var events: [Event]
        var rest: Event?
    }

    struct Event: Sendable, Equatable {
        var name = "message"
        var data: String

        init(_ data: String, name: String = "message") {
            self.data = data
            self.name = name
        }

        init(_ event: ServerSentEvents.Event) {
            self.init(String(decoding: event.data, as: UTF8.self), name: event.name)
        }
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing", text: "", events: []),
        Case(
            testDescription: "as argo sends it", text: "data: {\"a\":1}\n\ndata: {\"b\":2}\n\n",
            events: [Event(#"{"a":1}"#), Event(#"{"b":2}"#)]),
        Case(testDescription: "comments", text: ":\n\n: hi\ndata: a\n:x\ndata: b\n\n:\n", events: [Event("a\nb")]),
        Case(testDescription: "CRLF", text: "data: a\r\n\r\ndata: b\r\n\r\n", events: [Event("a"), Event("b")]),
        Case(testDescription: "CR", text: "data: a\r\rdata: b\r\r", events: [Event("a"), Event("b")]),
        Case(
            testDescription: "several lines", text: "data: a\ndata:\ndata:  b\ndata\n\n", events: [Event("a\n\n b\n")]),
        Case(testDescription: "no space after the colon", text: "data:a:b\n\n", events: [Event("a:b")]),
        Case(
            testDescription: "names", text: "event: end\ndata: a\n\ndata: b\n\n",
            events: [Event("a", name: "end"), Event("b")]),
        Case(testDescription: "a name without data", text: "event: end\n\ndata: b\n\n", events: [Event("b")]),
        Case(testDescription: "an empty name", text: "event:\ndata: b\n\n", events: [Event("b")]),
        Case(
            testDescription: "other fields", text: "id: 1\nretry: 10\ndatabase: x\n data: y\nfoo\ndata: a\n\n",
            events: [Event("a")]),
        Case(testDescription: "empty data", text: "data\n\ndata:\n\n", events: [Event(""), Event("")]),
        Case(testDescription: "a byte order mark", text: "\u{FEFF}data: a\n\n", events: [Event("a")]),
        Case(
            testDescription: "no empty line at the end", text: "data: a\n\ndata: b\n", events: [Event("a")],
            rest: Event("b")),
        Case(testDescription: "no line end at the end", text: "data: a\ndata: b", events: [], rest: Event("a\nb")),
        Case(testDescription: "wide characters", text: "data: 日本🙂\n\n", events: [Event("日本🙂")]),
    ]

    private func events(_ chunks: [[UInt8]]) throws -> (events: [Event], rest: Event?) {
        var parser = ServerSentEvents()
        var events: [Event] = []
        for chunk in chunks { events += try parser.append(chunk).map { Event($0) } }
        return (events, try parser.finish().map { Event($0) })
    }

    @Test(arguments: cases) func cutsEventsWhereverTheChunksAreCut(sample: Case) throws {
        let bytes = Array(sample.text.utf8)
        for cut in 0...bytes.count {
            let (events, rest) = try events([Array(bytes[..<cut]), Array(bytes[cut...])])
            #expect(events == sample.events, "cut at \(cut)")
            #expect(rest == sample.rest, "cut at \(cut)")
        }
        let (events, rest) = try events(bytes.map { [$0] })
        #expect(events == sample.events)
        #expect(rest == sample.rest)
    }

    @Test func refusesAnEventOverTheLimit() throws {
        var parser = ServerSentEvents(limit: 10)
        #expect(throws: BackendError.tooLong("an event", 10)) {
            for _ in 0..<10 { _ = try parser.append(Array("data: 1\n".utf8)) }
        }
    }
}
