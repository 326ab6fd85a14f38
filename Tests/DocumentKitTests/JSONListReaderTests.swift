import Testing

@testable import DocumentKit

@Suite struct JSONListReaderTests {
    private struct Outcome: Equatable {
        var items: [String] = []
        var envelope = ""
    }

    private func read(_ text: String, chunks: Int, key: String = "items") throws -> Outcome {
        var reader = JSONListReader(key: key)
        var outcome = Outcome()
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunks) {
            try reader.append(Array(bytes[start..<min(start + chunks, bytes.count)])) {
                outcome.items.append(JSONWriter.text($0, style: .compact))
            }
        }
        outcome.envelope = JSONWriter.text(try reader.finish().root, style: .compact)
        return outcome
    }

    private static let mixed = #"""
        \#u{FEFF}{"kind":"List","metadata":{"items":[1,{"items":[2]}],"x":"items\":["},"items" : [ {"a":"}]\\\"{["} ,
        [1,[2,{"b":[]}]],"s,]}\"", 12.50 ,null,{},[],true, -1e5, {"long":"0123456789012345678901234567890123456789\\",
        "items":[{"deep":"\"}]}\\\\\""}]} ],"z":["items",{"items":[]}]}
        """#

    private static let mixedOutcome = Outcome(
        items: [
            #"{"a":"}]\\\"{["}"#, #"[1,[2,{"b":[]}]]"#, #""s,]}\"""#, "12.50", "null", "{}", "[]", "true", "-1e5",
            #"{"long":"0123456789012345678901234567890123456789\\","items":[{"deep":"\"}]}\\\\\""}]}"#,
        ],
        envelope:
            #"{"kind":"List","metadata":{"items":[1,{"items":[2]}],"x":"items\":["},"items":[],"z":["items",{"items":[]}]}"#
    )

    @Test func givesTheSameItemsAtEveryChunkSize() throws {
        for size in 1...Self.mixed.utf8.count {
            #expect(try read(Self.mixed, chunks: size) == Self.mixedOutcome, "chunks of \(size)")
        }
    }

    @Test func givesTheSameItemsAtEverySplitPoint() throws {
        let bytes = Array(Self.mixed.utf8)
        for split in 0...bytes.count {
            var reader = JSONListReader()
            var items: [String] = []
            for part in [bytes[..<split], bytes[split...]] {
                try reader.append(Array(part)) { items.append(JSONWriter.text($0, style: .compact)) }
            }
            #expect(items == Self.mixedOutcome.items, "split at \(split)")
            #expect(JSONWriter.text(try reader.finish().root, style: .compact) == Self.mixedOutcome.envelope)
        }
    }

    @Test(arguments: [
        (#"{"items":null}"#, [], #"{"items":null}"#),
        (#"{"metadata":{}}"#, [], #"{"metadata":{}}"#),
        (#"{}"#, [], #"{}"#),
        (#"{"items":[]}"#, [], #"{"items":[]}"#),
        (#"{"items":[1],"metadata":{"continue":"x"}}"#, ["1"], #"{"items":[],"metadata":{"continue":"x"}}"#),
        (#"{"\u0069tems":[1]}"#, ["1"], #"{"items":[]}"#),
        (#"{"a":"items","items":[1]}"#, ["1"], #"{"a":"items","items":[]}"#),
        (#"{"items":[1],"items":[2]}"#, ["1", "2"], #"{"items":[],"items":[]}"#),
        (#"{"code":5,"message":"no"}"#, [], #"{"code":5,"message":"no"}"#),
    ])
    func findsTheListOrItsAbsence(text: String, items: [String], envelope: String) throws {
        #expect(try read(text, chunks: 3) == Outcome(items: items, envelope: envelope))
    }

    @Test func knowsWhetherTheRootObjectIsClosed() throws {
        let text = Array(#" {"items":[{}],"a":{}}"#.utf8)
        for count in 0...text.count {
            var reader = JSONListReader()
            try reader.append(Array(text[..<count])) { _ in }
            #expect(reader.isClosed == (count == text.count))
        }
    }

    @Test func readsAnotherKey() throws {
        let outcome = try read(#"{"items":[1],"runs":[2]}"#, chunks: 64, key: "runs")
        #expect(outcome == Outcome(items: ["2"], envelope: #"{"items":[1],"runs":[]}"#))
    }

    @Test(arguments: [
        ("", "1:1: unexpected end of the text, expected a value"),
        ("<html>", "1:1: expected '{', found '<'"),
        ("[1]", "1:1: expected '{', found '['"),
        (#"{"items":{}}"#, "1:10: expected '[' or null, found '{'"),
        (#"{"items":"#, "1:10: the text ends inside the object that holds 'items'"),
        (#"{"items":["#, "1:11: the text ends inside the list 'items'"),
        (#"{"items":[{"a":1},"#, "1:11: the text ends inside the list 'items'"),
        (#"{"items":[{"a":1},{"b"#, "1:4: the text ends inside item 2 of 'items'"),
        (#"{"items":[1,2"#, "1:2: the text ends inside item 2 of 'items'"),
        (#"{"items":[1]"#, "1:12: the text ends inside the object that holds 'items'"),
        (#"{"items":[{"a":1}{"#, "1:1: after item 1 of 'items': expected ',' or ']', found '{'"),
        (#"{"items":[{},]}"#, "1:1: after item 1 of 'items': expected a value, found ']'"),
        (#"{"items":[,{}]}"#, "1:1: at the start of 'items': expected a value or ']', found ','"),
        (#"{"items":[{},{"a":tru}]}"#, "1:6: item 2 of 'items': expected a value, found 'tru'"),
        (#"{"items":[{"a":[1}]}]}"#, "1:8: item 1 of 'items': expected ',' or ']', found '}'"),
        (#"{"items":[nope]}"#, "1:1: item 1 of 'items': expected a value, found 'nope'"),
        (#"{"items":[]} x"#, "1:14: expected the end of the text, found 'x'"),
        (#"{"items":[],}"#, "1:13: expected a key in double quotes, found '}'"),
        ("{\"items\":[\u{FEFF}{}]}", "1:1: item 1 of 'items': expected a value, found U+FEFF"),
    ])
    func refusesBrokenListsAtEveryChunkSize(text: String, message: String) {
        for size in 1...max(1, text.utf8.count) {
            let error = #expect(throws: DocumentError.self) { try read(text, chunks: size) }
            #expect(error.map { "\($0)" } == message, "chunks of \(size)")
        }
    }

    @Test func saysWhereInTheStreamAnItemIsWrong() throws {
        var reader = JSONListReader()
        let thrown = #expect(throws: DocumentError.self) {
            try reader.append(Array(#"{"items":[{"a":1},"#.utf8)) { _ in }
            try reader.append(Array("{\n\"b\":x}]}".utf8)) { _ in }
        }
        let error = try #require(thrown)
        #expect(error.position == SourcePosition(line: 2, column: 5, offset: 24))
        #expect(error.sourceLine == #""b":x}"#)
        #expect(throws: error) { try reader.append([0x31]) { _ in } }
        #expect(throws: error) { try reader.finish() }
    }

    @Test func refusesItemsAndEnvelopesAboveTheLimit() {
        var reader = JSONListReader(itemLimit: 100)
        let error = #expect(throws: DocumentError.self) {
            try reader.append(Array(#"{"items":[""#.utf8)) { _ in }
            while true { try reader.append(Array(repeating: 0x61, count: 30)) { _ in } }
        }
        #expect(error?.message == "item 1 of 'items': longer than 100 bytes")

        var other = JSONListReader(itemLimit: 100)
        let envelopeError = #expect(throws: DocumentError.self) {
            while true { try other.append(Array(repeating: 0x20, count: 30)) { _ in } }
        }
        #expect(envelopeError?.message == "more than 100 bytes outside 'items'")
    }

    @Test func itemsThatAreKeptStayAsTheyWere() throws {
        var reader = JSONListReader()
        var kept: [DocumentValue] = []
        for chunk in [#"{"items":[{"n":1},{"n":2}"#, #",{"n":3,"x":[]}]}"#] {
            try reader.append(Array(chunk.utf8)) { kept.append($0) }
        }
        #expect(kept.map { $0["n"]?.int } == [1, 2, 3])
    }

    @Test func aKeptItemDoesNotCarryTheRoomOfALargerOne() throws {
        let large = "[" + Array(repeating: "0", count: 100_000).joined(separator: ",") + "]"
        var reader = JSONListReader()
        var kept: [DocumentValue] = []
        try reader.append(Array("{\"items\":[\(large),[1],[2]]}".utf8)) { kept.append($0) }
        #expect(kept.map(\.count) == [100_000, 1, 1])
        #expect(kept[1].document.tape.count < 100)
        #expect(kept[2].document.bytes.capacity < 10_000)
    }

    @Test func passesOnWhatTheBodyThrows() {
        struct Stop: Error {}
        var reader = JSONListReader()
        #expect(throws: Stop.self) { try reader.append(Array(#"{"items":[1]}"#.utf8)) { _ in throw Stop() } }
    }
}
