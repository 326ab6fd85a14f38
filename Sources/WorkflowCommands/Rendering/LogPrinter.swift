import TerminalKit
import WorkflowModel

/// Writes log lines: raw into a pipe, harmless on a terminal.
struct LogPrinter {
    let prefixesPods: Bool
    let isRaw: Bool
    /// Whether each line leaves at once.
    let flushes: Bool
    let terminal: Terminal
    private(set) var lines = 0

    init(prefixesPods: Bool, isRaw: Bool, flushes: Bool, terminal: Terminal) {
        self.prefixesPods = prefixesPods
        self.isRaw = isRaw
        self.flushes = flushes
        self.terminal = terminal
    }

    mutating func print(_ entry: LogEntry) throws(OutputError) {
        lines += 1
        let painter = Painter(enabled: terminal.usesColor)
        if prefixesPods { try terminal.out.write(painter.paint(entry.pod.sanitized() + ": ", color(of: entry.pod))) }
        if terminal.outIsTerminal && !isRaw {
            try terminal.out.write(Sanitizer.logLine.sanitized(entry.content))
        } else {
            try terminal.out.write(entry.content)
        }
        try terminal.out.write("\n")
        if flushes { try terminal.out.flush() }
    }

    /// argo's choice: the sum of the name's characters picks one of six.
    private func color(of pod: String) -> Style {
        let colors: [Style] = [.green, .yellow, .blue, .magenta, .cyan, .white]
        return colors[pod.unicodeScalars.reduce(0) { $0 + Int($1.value) } % colors.count]
    }
}
