import Testing

@testable import TerminalKit

@Suite struct SanitizerTests {
    @Test(arguments: [
        ("plain text, ~ and all", "plain text, ~ and all"),
        ("é 日本 👩‍⚕️ क्षि", "é 日本 👩‍⚕️ क्षि"),
        ("a\\x1b", "a\\x1b"),
        ("\u{1B}[31mred\u{1B}[0m", "\\x1b[31mred\\x1b[0m"),
        ("\u{1B}]0;title\u{7}", "\\x1b]0;title\\x07"),
        ("\u{1B}]8;;http://evil\u{1B}\\link", "\\x1b]8;;http://evil\\x1b\\link"),
        ("\u{9B}2J", "\\u{9b}2J"),
        ("a\u{0}b\u{8}\u{7F}", "a\\x00b\\x08\\x7f"),
        ("real\rfake", "real\\rfake"),
        ("a\nb\tc\r\n", "a\\nb\\tc\\r\\n"),
        ("user\u{202E}txt.exe", "user\\u{202e}txt.exe"),
        ("\u{2066}x\u{2069}\u{200E}\u{200F}\u{61C}", "\\u{2066}x\\u{2069}\\u{200e}\\u{200f}\\u{61c}"),
        ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
        ("hi\u{E0041}\u{E007F}", "hi\\u{e0041}\\u{e007f}"),
        ("\u{FFF9}\u{206A}", "\\u{fff9}\\u{206a}"),
    ])
    func showsWhatATerminalWouldActOn(text: String, expected: String) {
        #expect(text.sanitized() == expected)
        #expect(Sanitizer.cell.sanitized(Array(text.utf8)) == Array(expected.utf8))
    }

    @Test(arguments: [0...0x33FF, 0xF900...0xFFFF, 0x1_3430...0x1_345F, 0xE_0000...0xE_0FFF])
    func leavesTextAloneAndNoControlCharacter(values: ClosedRange<UInt32>) {
        for value in values {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = String(scalar).sanitized()
            let isShownAsItIs = shown.unicodeScalars.elementsEqual([scalar])
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator:
                if isShownAsItIs { Issue.record("U+\(String(value, radix: 16)) reaches the terminal") }
            case .format: break
            default:
                // Some reserved tag characters have no category yet.
                if !isShownAsItIs && !(0xE0000...0xE007F).contains(value) {
                    Issue.record("U+\(String(value, radix: 16)) is text")
                }
            }
        }
    }

    @Test(
        arguments: [
            ([0xFF, 0x41], "\\xffA"),
            ([0xC3], "\\xc3"),
            ([0xC3, 0x28], "\\xc3("),
            ([0xC0, 0x80], "\\xc0\\x80"),
            ([0xE0, 0x80, 0xAF], "\\xe0\\x80\\xaf"),
            ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
            ([0xF4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"),
            ([0xF0, 0x9F, 0x98], "\\xf0\\x9f\\x98"),
            ([0xE2, 0x82, 0xAC, 0x80], "€\\x80"),
            ([0x1B, 0xC2, 0x9B], "\\x1b\\u{9b}"),
        ] as [([UInt8], String)])
    func showsBytesThatAreNoText(bytes: [UInt8], expected: String) {
        #expect(String(decoding: Sanitizer.logLine.sanitized(bytes), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        (Sanitizer.message, "one\r\ntwo\tx\r", "one\ntwo\tx"),
        (.message, "a\rb\u{1B}[A\n", "a\\rb\\x1b[A\n"),
        (.logLine, "50%\r100%\tdone\r", "50%\\r100%\tdone"),
        (.logLine, "a\nb", "a\\nb"),
        (Sanitizer(newline: .space, tab: .space), "a\nb\tc", "a b c"),
    ])
    func treatsLineEndsAndTabsAsTold(sanitizer: Sanitizer, text: String, expected: String) {
        #expect(text.sanitized(sanitizer) == expected)
    }
}
