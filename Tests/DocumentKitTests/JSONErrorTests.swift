import Testing

@testable import DocumentKit

/// What a person reads when a text is wrong, and where it points.
@Suite struct JSONErrorTests {
    @Test(
        arguments: [
            ("", "1:1: unexpected end of the text, expected a value"),
            ("  ", "1:3: unexpected end of the text, expected a value"),
            ("[1 x]", "1:4: expected ',' or ']', found 'x'"),
            ("[", "1:2: unexpected end of the text, expected a value or ']'"),
            ("[1", "1:3: unexpected end of the text, expected ',' or ']'"),
            ("[1,]", "1:4: expected a value, found ']'"),
            ("[,1]", "1:2: expected a value or ']', found ','"),
            ("{\n  \"a\": 1,\n}", "3:1: expected a key in double quotes, found '}'"),
            ("{a: 1}", "1:2: expected a key in double quotes or '}', found 'a'"),
            ("{'a': 1}", "1:2: expected a key in double quotes or '}', found a single quote"),
            (#"{"a" 1}"#, "1:6: expected ':', found '1'"),
            (#"{"a":1 "b":2}"#, "1:8: expected ',' or '}', found '\"'"),
            (#"{"a":1]"#, "1:7: expected ',' or '}', found ']'"),
            (#"{"é":True}"#, "1:6: expected a value, found 'True'"),
            ("nul", "1:1: expected a value, found 'nul'"),
            ("<html>", "1:1: expected a value, found '<'"),
            ("{} {}", "1:4: expected the end of the text, found '{'"),
            ("1 é", "1:3: expected the end of the text, found 'é'"),
            ("1\u{9B}", "1:2: expected the end of the text, found U+009B"),
            ("01", "1:1: a number cannot start with '0' and another digit"),
            ("-", "1:2: unexpected end of the text, expected a digit"),
            ("1.x", "1:3: expected a digit after '.', found 'x'"),
            ("1e+", "1:4: unexpected end of the text, expected a digit of the exponent"),
            ("+1", "1:1: expected a value, found '+'"),
            ("\"a\tb\"", "1:3: control character U+0009 in a string; write it as \\t"),
            ("\"a\nb\"", "1:3: control character U+000A in a string; write it as \\n"),
            ("\"\u{1B}[31m\"", "1:2: control character U+001B in a string; write it as \\u001b"),
            (#""\x41""#, #"1:2: a '\' in a string cannot be followed by 'x'; write it as \\"#),
            (#""C:\Users""#, #"1:4: a '\' in a string cannot be followed by 'Users'; write it as \\"#),
            (#""\u12G4""#, #"1:6: expected four hexadecimal digits after '\u', found 'G'"#),
            (#""\u12"#, #"1:6: unexpected end of the text, expected four hexadecimal digits after '\u'"#),
            (#""abc\"#, "1:5: unexpected end of the text inside a string"),
            (#""abc"#, "1:5: unexpected end of the text, expected '\"' at the end of a string"),
        ], BlockPath.allCases)
    func saysWhatWasExpectedAndWhatWasFound(pair: (text: String, message: String), path: BlockPath) {
        let error = #expect(throws: DocumentError.self) { try path.read(Array(pair.text.utf8)) }
        #expect(error.map { "\($0)" } == pair.message)
    }

    @Test func carriesTheLineAndTheCaretsColumn() {
        let text = "{\r\n\t\"a\": \u{1B}x\r\n}"
        let error = #expect(throws: DocumentError.self) { try JSONReader.read(Array(text.utf8)) }
        #expect(
            error
                == DocumentError(
                    message: "expected a value, found U+001B",
                    position: SourcePosition(line: 2, column: 7, offset: 9),
                    sourceLine: " \"a\": \u{FFFD}x", sourceLineColumn: 7))
    }

    @Test func cutsLongLinesAroundThePlace() {
        let text = "[" + String(repeating: "1,", count: 500_000) + "é" + String(repeating: ",1", count: 500_000)
        let error = #expect(throws: DocumentError.self) { try JSONReader.read(Array(text.utf8)) }
        let line = "…" + String(repeating: "1,", count: 30) + "é" + String(repeating: ",1", count: 29) + ",…"
        #expect(error?.position == SourcePosition(line: 1, column: 1_000_002, offset: 1_000_001))
        #expect(error?.sourceLine == line)
        #expect(error?.sourceLineColumn == 62)
    }

    @Test func showsBytesThatAreNotUTF8AsReplacements() {
        let error = #expect(throws: DocumentError.self) { try JSONReader.read([0x22, 0xC3, 0xA9, 0xE2, 0x82, 0x22]) }
        #expect(error?.description == "1:3: the text is not UTF-8: byte 0xE2")
        #expect(error?.sourceLine == "\"é\u{FFFD}\u{FFFD}\"")
        #expect(error?.sourceLineColumn == 3)
    }
}
