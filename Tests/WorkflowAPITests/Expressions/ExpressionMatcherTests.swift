import TestSupport
import Testing

@testable import WorkflowAPI

@Suite(.timeLimit(.minutes(5))) struct ExpressionMatcherTests {
    private static func matches(_ expression: String, _ line: String) throws(ExpressionError) -> Bool {
        try ExpressionMatcher(expression).matches(Array(line.utf8))
    }

    /// What matches and what does not, an expression a row; each line was looked up in RE2's description of its syntax.
    @Test(arguments: [
        ("", ["", "a"], []), ("a", ["a", "ba"], ["", "b"]), ("a|bc", ["a", "xbc"], ["b", "c"]), ("|a", ["", "b"], []),
        ("a.c", ["abc", "a\u{1F600}c", "aéc"], ["ac", "a\nc"]), ("(?s)a.c", ["a\nc"], ["ac"]),
        ("^a", ["ab"], ["ba", "b\na"]), ("(?m)^a$", ["a", "b\na\nc"], ["ab"]), ("a$", ["ba"], ["ab", "a\n"]),
        (#"\Aa\z"#, ["a"], ["aa", "a\n"]), ("^$", [""], ["\n"]), ("(?m)^$", ["a\n"], ["a"]),
        ("ab*c", ["ac", "abbbc"], ["adc"]), ("ab+?c", ["abc"], ["ac"]), ("^ab?c$", ["ac", "abc"], ["abbc"]),
        ("^a{2}$", ["aa"], ["a", "aaa"]), ("^a{2,}$", ["aa", "aaaa"], ["a"]), ("^a{1,2}$", ["a", "aa"], ["", "aaa"]),
        ("^(ab){2,3}?$", ["abab", "ababab"], ["ab", "abababab"]), ("a{0}b", ["b"], ["a"]),
        ("a{,2}", ["a{,2}"], ["aa"]), ("a{x}", ["a{x}"], ["a"]), ("a{1", ["a{1"], ["a"]), ("{", ["{"], [""]),
        ("]", ["]"], [""]),
        ("^(?:a|b)+$", ["abba"], ["abc"]), ("(?P<n>a)(?<m>b)", ["ab"], ["a"]), ("((a)(b))", ["ab"], ["ba"]),
        ("(?i)straße", ["STRAßE"], ["strasse"]), ("(?i)k", ["K", "\u{212A}"], ["c"]), ("(?i)Σ", ["σ", "ς"], ["s"]),
        ("(?i)a(?-i)b", ["Ab", "ab"], ["aB"]), ("(?i:a)b", ["Ab"], ["aB"]), ("(a(?i)b)c", ["aBc"], ["aBC", "Abc"]),
        ("(?i)[a-c]x", ["Bx"], ["dx"]), ("(?i)[^a]", ["b"], ["A", "a"]), ("(?U)a+", ["a"], ["b"]),
        ("[]a]", ["]", "a"], ["b"]), ("[^]a]", ["b"], ["]", "a"]), ("[a-]", ["-", "a"], ["b"]), ("[-a]", ["-"], ["b"]),
        (#"[\]\-x]"#, ["]", "-"], ["\\"]), (#"[\d_]"#, ["7", "_"], ["a"]), (#"^[^\d]$"#, ["a"], ["7"]),
        ("[[:alpha:]]", ["é1a"], ["é1"]), ("^[[:^digit:]]$", ["a", "é"], ["1"]), ("[[:]", ["[", ":"], ["a"]),
        (#"\d\D\s\S\w\W"#, ["1a\tb_!"], ["aa\tb_!"]), (#"\w"#, ["a"], ["é"]), (#"\s"#, ["\u{C}"], ["\u{B}", "\u{A0}"]),
        (#"\pL"#, ["é"], ["1"]), (#"\p{Lu}"#, ["É"], ["é"]), (#"^\PL$"#, ["1"], ["é"]), (#"^\p{^Nd}$"#, ["a"], ["٣"]),
        (#"(?i)\p{Lu}"#, ["é"], ["1"]), (#"\p{Any}"#, ["a"], [""]),
        (#"\bTODO\b"#, ["a TODO.", "TODO"], ["TODOS", "_TODO"]), (#"\Bo"#, ["foo"], ["o"]), (#"é\b"#, ["éa"], ["é"]),
        (#"\b"#, ["a"], ["", "é"]), (#"a\b$"#, ["a"], [""]), (#"(\b|x)+y"#, ["xy", "y"], ["x"]),
        (#"\Qa.b*\E+"#, ["a.b**"], ["a.b", "axb*"]), (#"\Qa.b"#, ["a.b"], ["axb"]), (#"\.\*\\"#, [".*\\"], ["a"]),
        (#"\x41\x{1F600}\101\n\t"#, ["A\u{1F600}A\n\t"], ["A"]), (#"\07\0"#, ["\u{7}\0"], ["\0"]),
        ("(a*)*b", ["b", "aab"], ["aa"]), ("(a|b|)*c", ["abc", "c"], ["ab"]), ("(^a|b)*c$", ["ababc"], ["abd"]),
        ("^*a", ["ba"], ["b"]), ("(|a)+b", ["b"], ["a"]), ("日本", ["a日本"], ["日 本"]), ("[日-本]", ["本"], ["a"]),
    ])
    func findsWhatMatches(_ expression: String, _ found: [String], _ missed: [String]) throws {
        for line in found { #expect(try Self.matches(expression, line), "\(expression) in \(line)") }
        for line in missed { #expect(try !Self.matches(expression, line), "\(expression) in \(line)") }
    }

    @Test(arguments: [
        ("a)", "there is a ) without its ("), ("(a", "a ( has no )"), ("(?i", "a ( has no )"), ("[a", "a [ has no ]"),
        ("[b-a]", "a range in [ ] goes backwards"), ("[[:alfa:]]", "[:alfa:] is no class of characters"),
        ("*a", "there is nothing to repeat before *"), ("a|+", "there is nothing to repeat before +"),
        ("a**", "a repetition is repeated at *; put the first into (?:…)"),
        ("a{2}{3}", "a repetition is repeated; put the first into (?:…)"),
        ("a{1001}", "a repetition asks for more than 1,000"),
        ("a{99999999999999999999}", "a repetition asks for more than 1,000"),
        ("a{2,1}", "{2,1} asks for at least more than for at most"),
        ("((a{1000}){1000}){1000}", "its repetitions multiply to more than can be kept"),
        (#"a\"#, #"there is nothing after the last \"#), (#"(a)\1"#, #"\1 refers back to a group, which is none here"#),
        (#"\Z"#, #"\Z is no escape that is known here"#),
        (#"\x4"#, #"\x wants two digits, or {…} with the number of a character"#),
        (#"\x{110000}"#, #"\x wants two digits, or {…} with the number of a character"#),
        (#"\p{Greek}"#, #"\p{Greek} is no general category such as L, Lu or Nd; scripts are not known here"#),
        ("(?=a)", "it looks around, which takes too long"), ("(?<!a)", "it looks around, which takes too long"),
        ("(?<n", "a group has no good name"), ("(?x)a", "(?x begins no group that is known here"),
        ("(?)", "(?) begins no group that is known here"), ("(?i-)", "(?) begins no group that is known here"),
    ])
    func refusesWhatIsNone(_ text: String, _ message: String) {
        #expect(throws: ExpressionError(message)) { try ExpressionMatcher(text) }
    }

    @Test func groupsMayNotLieDeeperThanTheStackBears() throws {
        let text = { (depth: Int) in String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth) }
        #expect(try Self.matches(text(250), "a"))
        #expect(throws: ExpressionError("groups lie deeper than 250 levels")) { try ExpressionMatcher(text(100_000)) }
    }

    @Test func bytesThatAreNoTextAreOneCharacterEach() throws {
        let line: [UInt8] = [0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82]
        #expect(try ExpressionMatcher("^a..b..$").matches(line))
        #expect(try ExpressionMatcher("^a\u{FFFD}").matches(line))
        #expect(try !ExpressionMatcher("é").matches(line))
    }

    /// Each would keep a machine that tries one way after the other busy for longer than the universe is old.
    @Test(arguments: ["(a*)*b", "(a|a)*b", "(a+)+$b", "(.*)(.*)(.*)(.*)(.*)(.*)b", "(a?){1000}a{1000}b"])
    func noExpressionTakesForEver(_ expression: String) throws {
        let line = [UInt8](repeating: UInt8(ascii: "a"), count: 20_000)
        #expect(try !ExpressionMatcher(expression).matches(line))
        #expect(try ExpressionMatcher(expression.replacing("$", with: "")).matches(line + Array("b".utf8)))
    }

    /// Sets of places that never come again: what is kept for later lines is thrown away on the way.
    @Test func manyStatesAreForgottenOnTheWay() throws {
        var random = SeededGenerator(seed: 7)
        let matcher = try ExpressionMatcher("(a|b)*a(a|b){14}c")
        var line = (0..<12_000).map { _ in Bool.random(using: &random) ? UInt8(ascii: "a") : UInt8(ascii: "b") }
        #expect(!matcher.matches(line))
        line.replaceSubrange(11_985..., with: Array("abbbbbbbbbbbbbbc".utf8))
        #expect(matcher.matches(line))
        line[11_985] = UInt8(ascii: "b")
        #expect(!matcher.matches(line))
    }

    /// Another engine, which goes one way after the other, finds the same in short lines.
    @Test(arguments: 0..<20) func agreesWithTheStandardLibrary(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var matching = 0
        for _ in 0..<60 {
            let text = Self.expression(depth: 3, using: &random)
            let matcher = try ExpressionMatcher(text)
            let peer = try Regex(text).matchingSemantics(.unicodeScalar).asciiOnlyWordCharacters()
                .wordBoundaryKind(.simple)
            for _ in 0..<6 {
                let line = String(
                    (0..<Int.random(in: 1...7, using: &random)).map { _ in "abcé_ ".randomElement(using: &random) ?? "a"
                    })
                let expected = try peer.firstMatch(in: line) != nil
                matching += expected ? 1 : 0
                #expect(matcher.matches(Array(line.utf8)) == expected, "\(text) in '\(line)'")
            }
        }
        #expect((60..<320).contains(matching))
    }

    private static func expression(depth: Int, using random: inout SeededGenerator) -> String {
        let atoms = ["a", "b", "c", "é", ".", "[ab]", "[^a]", "[b-é]", #"\w"#, #"\W"#, #"\d"#, #"\b"#, "^", "$", "_"]
        guard depth > 0 else { return atoms.randomElement(using: &random) ?? "a" }
        let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in expression(depth: depth - 1, using: &random)
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "(?:" + parts.joined(separator: "|") + ")"
        case 1:
            return "(" + parts.joined() + ")" + (["?", "{1,2}", "{2}", "{0,1}"].randomElement(using: &random) ?? "?")
        case 2: return atoms[0..<10].randomElement(using: &random).map { $0 + "*" + parts[0] } ?? "a"
        default: return parts.joined()
        }
    }
}

extension ExpressionMatcher {
    /// Expectations cannot hold spans.
    fileprivate func matches(_ line: [UInt8]) -> Bool { matches(line.span) }
}
