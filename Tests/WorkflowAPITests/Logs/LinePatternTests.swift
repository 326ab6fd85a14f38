import Testing

@testable import WorkflowAPI

@Suite struct LinePatternTests {
    @Test(arguments: [
        ("error", "an error", true), ("error", "an ERROR", false), ("(?i)error", "an ERROR", true), ("", "", true),
        ("", "x", true), ("x", "", false), ("^an", "an error", true), ("^error", "an error", false),
        ("r$", "error", true),
        ("a.c", "abc", true), ("a\\.c", "abc", false), ("aab", "aaab", true), ("日", "a 日 b", true),
    ])
    func findsWhatMatches(_ pattern: String, _ line: String, _ expected: Bool) throws {
        #expect(try LinePattern(pattern).matches(Array(line.utf8)[...]) == expected)
    }

    @Test func bytesThatAreNoTextCanBeLookedAt() throws {
        let line: [UInt8] = [0xFF, 0x61, 0x00, 0x62]
        #expect(try LinePattern("a").matches(line[...]))
        #expect(try LinePattern("[ab]").matches(line[...]))
    }

    @Test(arguments: ["(", "[a", "a{2,1}"]) func refusesWhatIsNone(_ text: String) {
        #expect(throws: BackendError.self) { try LinePattern(text) }
    }

    /// A server sees the time before the line: these would find too little there, and are not left to it.
    @Test(arguments: [("error", true), ("a|b", true), ("^error", false), (#"\Aerror"#, false), (#"\Berror"#, false)])
    func leavesToTheServerWhatItCanAnswer(_ text: String, _ expected: Bool) {
        #expect(LinePattern.meansTheSameBehindATime(text) == expected)
    }
}
