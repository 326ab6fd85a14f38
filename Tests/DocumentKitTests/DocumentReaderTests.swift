import Testing

@testable import DocumentKit

/// Whose error is shown of a text that is neither JSON nor YAML.
@Suite struct DocumentReaderTests {
    static let placeholder = "'{{' starts a mapping in YAML; put the whole value in quotes: \"{{…}}\""

    @Test(
        arguments: [
            ("{apiVersion: v1, args: [{{x}}]}", .any, "1:25: \(placeholder)"),
            ("{apiVersion: v1, args: [{{x}}]}", .yaml, "1:25: \(placeholder)"),
            ("{{x}}", .any, "1:1: \(placeholder)"),
            ("[{{x}}]", .any, "1:2: \(placeholder)"),
            ("{a: b]", .any, "1:6: expected ',' or '}', found ']'"),
            (#"{"a": "b"]"#, .yaml, "1:10: expected ',' or '}', found ']'"),
            (#"{"a": "#, .yaml, "1:1: this '{' is never closed"),
            (#"{"a": "#, .any, "1:7: unexpected end of the text, expected a value"),
            (#"{"a": 1 "b": 2}"#, .any, "1:9: expected ',' or '}', found '\"'"),
            (#"{"a": 1,}"#, .json, "1:9: expected a key in double quotes, found '}'"),
        ] as [(String, DocumentReader.Syntax, String)])
    func showsTheErrorOfWhatWasMeant(_ text: String, _ syntax: DocumentReader.Syntax, _ expected: String) throws {
        let error = try #require(throws: DocumentError.self) {
            try DocumentReader.readAll(Array(text.utf8), as: syntax)
        }
        #expect("\(error)" == expected)
    }

    @Test(arguments: [DocumentReader.Syntax.yaml, .any]) func readsEither(_ syntax: DocumentReader.Syntax) throws {
        for text in [#"{"a": 1}"#, "{a: 1,}", "a: 1"] {
            #expect(try DocumentReader.readAll(Array(text.utf8), as: syntax).first?.root["a"]?.int == 1)
        }
    }
}
