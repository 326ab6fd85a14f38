import Testing
import WorkflowModel

@testable import WorkflowAPI

@Suite struct NamePatternTests {
    @Test(arguments: [
        ("uil", "build-1", true), ("uil", "deploy", false), ("", "build", true), ("build*", "build-1", true),
        ("build*", "a-build", false), ("*build", "a-build", true), ("*build", "build-1", false),
        ("b*d-?", "build-1", true),
        ("b*d-?", "build-12", false), ("b*d-?", "build-", false), ("*", "", true), ("?", "", false),
        ("**a**", "bab", true),
        ("a*b*c", "aXbXbXc", true), ("a*b*c", "aXbXb", false), ("*aab", "aaab", true), ("?é*", "xéz", true),
        ("[ab]*", "a", false), ("[ab]*", "[ab]c", true),
    ])
    func matchesPartsAndWholes(_ pattern: String, _ name: String, _ isMatch: Bool) {
        #expect(NamePattern(pattern).matches(name) == isMatch)
    }

    /// Many stars do not make it slow: each character of the name is tried with the last one only.
    @Test func patternsThatMatchAlmostAreNotSlow() {
        let pattern = NamePattern(String(repeating: "a*", count: 500) + "b")
        #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }

    @Test(arguments: [("build", "build"), ("b*uild-?", "uild-"), ("*", ""), ("", ""), ("aa*bb", "aa")])
    func theLongestTextInEveryMatchIsKnown(_ pattern: String, _ literal: String) {
        #expect(NamePattern(pattern).literal == literal)
    }

    /// Of a name in two parts the second may meet the conditions alone, but one part has to meet them all.
    @Test(
        arguments: [
            ("wf-1/exec-2", nil, "exec-?", true), ("wf-1/exec-2", "wf", "*2", true),
            ("wf-1/exec-2", "exec", "wf*", false),
            ("wf-1/exec-2", "exec", "*2", true), ("build-1", "build", "?????-1", true), ("build-1", "1", nil, false),
        ] as [(String, String?, String?, Bool)])
    func bothConditionsHoldForOneName(_ name: String, _ prefix: String?, _ pattern: String?, _ isMatch: Bool) {
        var query = WorkflowQuery(namespace: nil)
        query.namePrefix = prefix
        query.namePattern = pattern.map { NamePattern($0) }
        #expect(query.matches(name: name) == isMatch)
    }
}
