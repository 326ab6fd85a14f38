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
}
