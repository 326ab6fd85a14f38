import TerminalKit
import Testing

@Suite struct TruncationTests {
    @Test(arguments: [
        ("hello", 5, "hello"),
        ("hello", 4, "hel…"),
        ("hello", 1, "…"),
        ("hello", 0, ""),
        ("hello", -3, ""),
        ("", 0, ""),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("日本語", 2, "…"),
        ("👨‍👩‍👧‍👦ab", 3, "👨‍👩‍👧‍👦…"),
        ("👨‍👩‍👧‍👦ab", 2, "…"),
        ("🇩🇪🇫🇷", 3, "🇩🇪…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("ééé", 3, "ééé"),
    ])
    func cutsBetweenCharacters(text: String, width: Int, expected: String) {
        #expect(text.truncated(to: width) == expected)
        #expect(text.truncated(to: width).displayWidth <= max(0, width))
    }
}
