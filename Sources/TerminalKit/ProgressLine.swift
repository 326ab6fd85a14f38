/// A line on stderr that says what is going on: on a terminal only, replaced by the next, gone before other output.
package struct ProgressLine: Sendable {
    private let terminal: Terminal

    package init(on terminal: Terminal) {
        self.terminal = terminal
    }

    /// Shows `text` in place of the message before it. A message that cannot be shown is no reason to stop the work.
    package func show(_ text: String) {
        guard terminal.errIsTerminal else { return }
        // One column stays free: a full line would wrap and could not be taken back.
        try? terminal.err.showProgress(text.sanitized().truncated(to: terminal.width - 1))
    }

    /// Takes the message away.
    package func clear() {
        guard terminal.errIsTerminal else { return }
        try? terminal.err.clearProgress()
    }
}
