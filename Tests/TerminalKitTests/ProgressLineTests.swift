import Testing

@testable import TerminalKit

@Suite struct ProgressLineTests {
    private let channel = ScriptedChannel()

    /// stdout and stderr on one terminal, 20 columns wide.
    private var terminal: Terminal {
        let screen = Screen()
        let out = Output(channel: channel.channel, flushesLines: true, screen: screen)
        let err = Output(channel: channel.channel, flushesLines: true, screen: screen, after: out)
        return Terminal(out: out, err: err, outIsTerminal: true, errIsTerminal: true, width: 20)
    }

    @Test func replacesOneMessageByTheNextAndTakesTheLastAway() {
        let progress = ProgressLine(on: terminal)
        progress.show("page 1")
        progress.show("page 2")
        progress.clear()
        progress.clear()
        #expect(channel.text == "\rpage 1\u{1B}[K\rpage 2\u{1B}[K\r\u{1B}[K")
    }

    @Test(arguments: [true, false])
    func isGoneBeforeOtherOutput(onOut: Bool) throws {
        let terminal = terminal
        let progress = ProgressLine(on: terminal)
        progress.show("working")
        try (onOut ? terminal.out : terminal.err).write("done\n")
        progress.clear()
        #expect(channel.text == "\rworking\u{1B}[K\r\u{1B}[Kdone\n")
    }

    @Test func standsBelowWhatWasWrittenBefore() throws {
        let terminal = terminal
        terminal.out.flushesLines = false
        try terminal.out.write("row\n")
        ProgressLine(on: terminal).show("more")
        #expect(channel.text == "row\n\rmore\u{1B}[K")
    }

    @Test func doesNotOverwriteAnUnfinishedLine() throws {
        let terminal = terminal
        try terminal.err.write("sure? ")
        try terminal.err.flush()
        ProgressLine(on: terminal).show("more")
        #expect(channel.text == "sure? ")
        terminal.err.noteLineEnd()
        ProgressLine(on: terminal).show("more")
        #expect(channel.text == "sure? \rmore\u{1B}[K")
    }

    @Test func fitsTheLineAndObeysNoControlCharacter() {
        ProgressLine(on: terminal).show("workflow \u{1B}[2J日本語の名前")
        #expect(channel.text == "\rworkflow \\x1b[2J日…\u{1B}[K")
    }

    @Test func isSilentWhereStderrIsNoTerminal() {
        let terminal = Terminal(outIsTerminal: true, errIsTerminal: false)
        let progress = ProgressLine(on: terminal)
        progress.show("page 1")
        progress.clear()
        #expect(terminal.err.text == "")
    }
}
