import Synchronization
import TerminalKit
import WorkflowModel

/// The printer of one log, for as many readers as there are.
final class LogOutput: Sendable {
    private let printer: Mutex<LogPrinter>

    init(_ printer: sending LogPrinter) { self.printer = Mutex(printer) }

    /// How many were printed.
    var lines: Int { printer.withLock(\.lines) }

    func print(_ entry: LogEntry) throws(OutputError) {
        try printer.withLock { printer throws(OutputError) in try printer.print(entry) }
    }

    /// Lets everything out that was printed: nothing more is there for now.
    func pause() throws(OutputError) {
        try printer.withLock { printer throws(OutputError) in try printer.pause() }
    }
}
