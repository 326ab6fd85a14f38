import Testing

@testable import DocumentKit

/// Merge keys, aliases, and what they may make of a few lines.
@Suite struct YAMLMergeTests {
    private func read(_ yaml: String) throws -> Document { try YAMLReader.read(Array(yaml.utf8)) }

    private func json(_ yaml: String) throws -> String { JSONWriter.text(try read(yaml).root, style: .compact) }

    /// The composer of a text, after its one document.
    private func composer(_ yaml: String) throws -> YAMLComposer {
        var parser = YAMLParser(Array(yaml.utf8), depthLimit: 1_000) { YAMLComposer(source: $0) }
        while try parser.nextDocument() != nil { _ = parser.handler.finishDocument() }
        return parser.handler
    }

    @Test func repeatingCopiesNothingButWhatIsRepeated() {
        var tape = YAMLTape()
        tape.reserveCapacity(1_000)
        for start in 0..<100 { tape.append(TapeEntry(.text, start: start, extent: 2)) }
        let before = tape.entries.withUnsafeBufferPointer { $0.baseAddress }
        #expect(tape.append(copyOf: 10..<20) == 20)
        #expect(tape.count == 110 && tape[109] == tape[19])
        #expect(tape.entries.withUnsafeBufferPointer { $0.baseAddress } == before)
    }

    @Test func countsWhatAliasesAndMergesMake() throws {
        let base = "base: &base {" + (0..<30).map { "k\($0): v" }.joined(separator: ", ") + "}\n"
        let items = String(repeating: "- <<: *base\n  n: 1\n", count: 1_000)
        let composer = try composer(base + "items:\n" + items)
        // The alias brings 61 entries, the merge the 60 members of them.
        #expect(composer.repeatedEntries == 1_000 * (61 + 60))
        // `<<` itself, what it names, and the member behind it.
        #expect(composer.moved == 1_000 * (1 + 61 + 2))
    }

    @Test func endsABombOfMerges() throws {
        var yaml = "a0: &a0 {" + (0..<300).map { "k\($0): 1" }.joined(separator: ", ") + "}\n"
        for number in 1..<3_000 { yaml += "a\(number): &a\(number) {<<: *a\(number - 1), z\(number): 1}\n" }
        let error = try #require(throws: DocumentError.self) { try read(yaml) }
        #expect(error.message == "aliases repeat more than 1000000 values")
        #expect(error.position.line == 470)
    }

    @Test func endsMergesAroundMerges() throws {
        let (open, close) = (String(repeating: "{<<: {}, x: ", count: 900), String(repeating: "}", count: 900))
        let error = try #require(throws: DocumentError.self) {
            try read(open + "[" + String(repeating: "1,", count: 20_000) + "]" + close)
        }
        #expect(error.message == "too many merge keys stand around each other")
        let anchors = (0..<900).map { "&a\($0) [" }.joined()
        let ends = String(repeating: "]", count: 900)
        let other = try #require(throws: DocumentError.self) {
            try read("{<<: {}, x: " + anchors + String(repeating: "1,", count: 20_000) + ends + "}")
        }
        #expect(other.message == "too many merge keys stand around each other")
        #expect(try json("{<<: {a: 1}, x: {<<: {b: 2}, x: {<<: {c: 3}}}}") == #"{"a":1,"x":{"b":2,"x":{"c":3}}}"#)
    }

    @Test func endsTextThatIsRepeatedTooOften() throws {
        let text = "a: &a " + String(repeating: "x", count: 1 << 20) + "\nb: ["
        let error = try #require(throws: DocumentError.self) {
            try read(text + String(repeating: "*a, ", count: 65) + "]")
        }
        #expect(error.message == "aliases repeat more than 64 MiB of text")
        #expect(try read(text + String(repeating: "*a, ", count: 64) + "]").root["b"]?.count == 64)
    }

    @Test func anchorsOutliveTheMergesThatMoveThem() throws {
        let bases = "base: &base {p: 1, q: 2}\n"
        #expect(
            try json(bases + "m: {<<: *base, x: &b {k: v}}\nn: *b\n")
                == #"{"base":{"p":1,"q":2},"m":{"p":1,"q":2,"x":{"k":"v"}},"n":{"k":"v"}}"#)
        #expect(
            try json("m: {<<: &b {k: {v: 1}}, k: 2}\nn: *b\no: [*b, 3]\n")
                == #"{"m":{"k":2},"n":{"k":{"v":1}},"o":[{"k":{"v":1}},3]}"#)
        // The name may have gone to another node meanwhile.
        #expect(
            try json("m: {<<: {a: &b [1, 2]}, x: &b text}\nn: *b\n") == #"{"m":{"a":[1,2],"x":"text"},"n":"text"}"#)
        let root = try read(bases + "m: {<<: &b {k: 0x10}}\nn: *b\n").root
        #expect(root["n"].map { "\($0.position)" } == "3:4")
        #expect(root["n"]?["k"].map { "\($0.position) \($0.path)" } == "2:16 n.k")
    }

    @Test func keepsTagsThroughAliasesAndMerges() throws {
        let root = try read("a: &a {s: !own 1}\nb: {<<: *a, c: &c !list [!own 2]}\nd: *c\n").root
        #expect(root["b"]?["s"]?.tag == "!own")
        #expect(root["b"]?["c"]?.tag == "!list")
        #expect(root["d"]?.tag == "!list")
        #expect(root["d"]?[0]?.tag == "!own")
        #expect(
            YAMLWriter.text(root)
                == "a:\n  s: !own \"1\"\nb:\n  s: !own \"1\"\n  c: !list\n  - !own \"2\"\nd: !list\n- !own \"2\"\n")
    }

    @Test func tellsOfKeysThatMergesHide() throws {
        func told(_ yaml: String) throws -> [String] {
            try read(yaml).root.duplicateKeys().map {
                "\($0.path)|\($0.key) \($0.first) \($0.second) \($0.place.position) \($0.place.path)"
            }
        }
        #expect(try told("m:\n  <<: {a: 1}\n  <<: {a: 2}\n") == ["m|<< 2:3 3:3 3:3 "])
        #expect(try json("m:\n  <<: {a: 1, b: 1}\n  <<: {a: 2}\n") == #"{"m":{"b":1,"a":2}}"#)
        #expect(try told("m: {<<: {a: 1, a: 2}}\n") == ["m|a 1:10 1:16 1:16 m.a"])
        #expect(try read("m: {<<: {a: 1, a: 2}}\n").root["m"]?["a"]?.int == 2)
        #expect(try told("m: {<<: {a: 1, a: 2}, a: 3}\n") == [])
        // Once, however often it is repeated.
        #expect(try told("m: &m {a: 1, a: 2}\nn: *m\no: {<<: *m}\n") == ["m|a 1:8 1:14 1:14 m.a"])
        // Those of inner mappings stay with them when they move.
        #expect(
            try told("o: {<<: {z: 1}, y: {<<: {b: 1}, <<: {c: 1}}, <<: {w: 1}}\n") == [
                "o|<< 1:5 1:46 1:46 ", "o.y|<< 1:21 1:33 1:33 ",
            ])
    }
}
