import Testing

@testable import TerminalKit

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0),
        ("workflow-7f2k", 13),
        ("é", 1),
        ("e\u{301}", 1),
        ("日本語", 6),
        ("ひらがなカタカナ", 16),
        ("ｱｲｳ", 3),
        ("ＡＢ", 4),
        ("한글", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ไทย", 3),
        ("กั", 1),
        ("का", 2),
        ("ﷺ", 1),
        ("Привет", 6),
        ("a\u{200B}b\u{FEFF}c", 3),
        ("\u{0601}1", 2),
        ("“…”", 3),
    ])
    func countsColumnsOfScripts(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test(arguments: [
        ("😀", 2),
        ("👍🏽", 2),
        ("☝🏽", 2),
        ("👩‍⚕️", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("🧑🏽‍🤝‍🧑🏿", 2),
        ("🏳️‍🌈", 2),
        ("❤️‍🔥", 2),
        ("❤", 1),
        ("❤️", 2),
        ("⚠️", 2),
        ("👩\u{200D}✔", 2),
        ("⌚︎", 2),
        ("1️⃣", 2),
        ("🇩🇪", 2),
        ("🇩🇪🇫🇷", 4),
        ("🏽", 2),
        ("✔●◷○✖⚠ǁ", 7),
        ("a\u{200D}日", 3),
    ])
    func countsAnEmojiSequenceOnce(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test func countsAControlCharacterAsNothing() {
        #expect("\u{1B}\u{7F}\u{9B}\u{0}".displayWidth == 0)
    }

    /// The number another implementation counts for Unicode 17.0.
    @Test func knowsEveryWideScalar() {
        let wide = (UInt32(0)...0x10FFFF).filter { WideScalars.contains($0) }
        #expect(wide.count == 182_890)
    }
}
