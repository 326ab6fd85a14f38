import TerminalKit
import Testing

@Suite struct PainterTests {
    @Test(arguments: [
        (Style.bold, "\u{1B}[1mx\u{1B}[0m"),
        (.dim, "\u{1B}[2mx\u{1B}[0m"),
        (.red, "\u{1B}[31mx\u{1B}[0m"),
        (.green, "\u{1B}[32mx\u{1B}[0m"),
        (.yellow, "\u{1B}[33mx\u{1B}[0m"),
        (.blue, "\u{1B}[34mx\u{1B}[0m"),
        (.magenta, "\u{1B}[35mx\u{1B}[0m"),
        (.cyan, "\u{1B}[36mx\u{1B}[0m"),
        (.white, "\u{1B}[37mx\u{1B}[0m"),
        (.plain, "x"),
    ])
    func wrapsAWordInItsStyle(style: Style, expected: String) {
        #expect(Painter(enabled: true).paint("x", style) == expected)
        #expect(Painter(enabled: false).paint("x", style) == "x")
        #expect(Painter(enabled: true).paint("", style) == "")
    }
}
