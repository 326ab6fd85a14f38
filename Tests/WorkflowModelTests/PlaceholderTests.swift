import Testing
import WorkflowModel

@Suite struct PlaceholderTests {
    /// Texts in quotes, placeholders in braces.
    private static func parts(_ text: String) -> [String] {
        PlaceholderScanner(text).map { part in
            switch part {
            case .text(let text): "'\(text)'"
            case .placeholder(let placeholder): "{\(placeholder.inside)}"
            case .unclosed(let text): "unclosed '\(text)'"
            }
        }
    }

    @Test(
        arguments: [
            ("", []), ("plain", ["'plain'"]), ("{{a}}", ["{a}"]), ("x{{ a.b }}y", ["'x'", "{ a.b }", "'y'"]),
            ("{{a}}{{b}}", ["{a}", "{b}"]), ("{{}}", ["{}"]), ("{{{a}}}", ["{{a}", "'}'"]),
            ("ä{{ö}}ü", ["'ä'", "{ö}", "'ü'"]), ("{ {a} }", ["'{ {a} }'"]), ("a}}b", ["'a}}b'"]),
            ("a {{b", ["'a '", "unclosed '{{b'"]), ("{{a}} {{b} }", ["{a}", "' '", "unclosed '{{b} }'"]),
            ("{{=a['}}']}}", ["{=a['}", "'']}}'"]), ("{{a{{b}}}}", ["{a{{b}", "'}}'"]),
        ] as [(String, [String])])
    func endAtTheFirstClosingBraces(_ text: String, _ parts: [String]) {
        #expect(Self.parts(text) == parts)
    }

    @Test func haveANameWithoutBlanks() {
        #expect(Placeholder(inside: " \n a.b\t").name == "a.b")
        #expect(Placeholder(inside: " ").name == "")
    }

    @Test func tellExpressionsAndNestedOnes() {
        #expect(Placeholder(inside: " =1+1").isExpression)
        #expect(!Placeholder(inside: "a=b").isExpression)
        #expect(Placeholder(inside: "inputs.parameters.{{item").isNested)
        #expect(!Placeholder(inside: "{a").isNested)
    }
}
