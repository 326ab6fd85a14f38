import DocumentKit
import Testing

@Suite struct StringSearchTests {
    private static func found(_ json: String, at key: String? = nil) throws -> [String?] {
        let root = try JSONReader.read(Array(json.utf8)).root
        let value = try key.map { try #require(root[$0]) } ?? root
        return value.strings(withPairOf: UInt8(ascii: "{")).map(\.string)
    }

    @Test(
        arguments: [
            (#""{{""#, ["{{"]), (#""a{{b""#, ["a{{b"]), (#""{""#, []), (#""{a{""#, []), (#""""#, []), ("1", []),
            (#"["x{{", "{x{", "{{{", "xx{{"]"#, ["x{{", "{{{", "xx{{"]),
            (#"{"a{{": {"b": ["c", "{{d"]}, "e": "{ {"}"#, ["a{{", "{{d"]),
            (#"["\u007b{", "\n{{", "{\n{"]"#, ["{{", "\n{{"]),
        ] as [(String, [String?])])
    func findsTheStringsAndKeysThatHoldThePair(_ json: String, _ strings: [String?]) throws {
        #expect(try Self.found(json) == strings)
    }

    @Test func staysBelowTheValue() throws {
        #expect(try Self.found(#"{"a": "{{1", "b": ["{{2"], "c": "{{3"}"#, at: "b") == ["{{2"])
    }

    @Test(arguments: [
        ("a: b {{c}}\n", "1:6"), ("a: |\n  b\n   {{c}} {{c}}\nd: '{{c}}'\n", "3:4"),
        ("a: 'it''s {{c}}'\nb: x\n", "1:11"),
        ("a: >-\n  b\n\n  {{c}}\n", "4:3"), ("'{{c}}': d\na: x\n", "2:4"), ("a: \"{{\\x63}}\"\nb: '{{c}}'\n", "1:4"),
        ("a: b\nd: '{{c}}'\n", "1:4"),
    ])
    func placesAnErrorAtAPartOfAText(_ yaml: String, _ position: String) throws {
        let value = try #require(YAMLReader.read(Array(yaml.utf8)).root["a"])
        let error = value.error("no", at: "{{c}}")
        #expect("\(error.position)" == position)
    }

    @Test func placesAnErrorAtAPartOfAJSONText() throws {
        let root = try JSONReader.read(Array(#"{"a": "x\n{{c}}", "b": "{{d}}"}"#.utf8)).root
        #expect(root["a"]?.error("no", at: "{{c}}").position.column == 11)
        #expect(root["a"]?.error("no", at: "{{d}}").position.column == 7)
    }
}
