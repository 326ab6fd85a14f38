import TerminalKit
import Testing

@Suite struct ColorChoiceTests {
    @Test(
        arguments: [
            (ColorChoice.auto, true, [:], true),
            (.auto, false, [:], false),
            (.auto, true, ["TERM": "xterm-256color"], true),
            (.auto, true, ["TERM": "dumb"], false),
            (.auto, true, ["NO_COLOR": "1"], false),
            (.auto, true, ["NO_COLOR": ""], true),
            (.auto, false, ["CLICOLOR_FORCE": "1"], true),
            (.auto, false, ["CLICOLOR_FORCE": "0"], false),
            (.auto, false, ["CLICOLOR_FORCE": ""], false),
            (.auto, true, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
            (.auto, true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true),
            (.never, true, ["CLICOLOR_FORCE": "1"], false),
        ] as [(ColorChoice, Bool, [String: String], Bool)])
    func decides(choice: ColorChoice, isTerminal: Bool, environment: [String: String], expected: Bool) {
        #expect(choice.usesColor(isTerminal: isTerminal, environment: environment) == expected)
    }

    @Test func judgesBothStreamsApart() {
        let terminal = Terminal(outIsTerminal: false, errIsTerminal: true).choosing(.auto, environment: [:])
        #expect(!terminal.usesColor)
        #expect(terminal.usesColorOnErr)
        let colored = terminal.choosing(.always, environment: [:])
        #expect(colored.painter == Painter(enabled: true))
        #expect(colored.errPainter == Painter(enabled: true))
    }
}
