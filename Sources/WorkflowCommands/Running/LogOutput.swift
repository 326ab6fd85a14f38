import Synchronization
import TerminalKit
import WorkflowModel

/// The printer of one log, for as many readers as there are.
final class LogOutput: Sendable {
    private let printer: Mutex<LogPrinter>
    private let begun = Mutex<(last: LogSource?, all: Set<LogSource>)>((nil, []))

    init(_ printer: sending LogPrinter) { self.printer = Mutex(printer) }

    /// Whether lines are to start with their times.
    var showsTimes: Bool { printer.withLock(\.showsTimes) }
    /// How many were printed.
    var lines: Int { printer.withLock(\.lines) }
    /// Those of which a line was printed.
    var sources: Set<LogSource> { begun.withLock(\.all) }

    func print(_ entry: LogEntry) throws(OutputError) {
        note(entry)
        try printer.withLock { printer throws(OutputError) in try printer.print(entry) }
    }

    private func note(_ entry: LogEntry) {
        begun.withLock { begun in
            if let last = begun.last, last.pod == entry.pod, last.container == entry.container { return }
            begun.last = entry.source
            begun.all.insert(entry.source)
        }
    }

    /// Lets everything out that was printed: nothing more is there for now.
    func pause() throws(OutputError) {
        try printer.withLock { printer throws(OutputError) in try printer.pause() }
    }
}
