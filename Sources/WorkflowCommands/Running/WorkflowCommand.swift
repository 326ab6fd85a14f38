import ArgumentKit
import TerminalKit
import WorkflowAPI

/// A command that takes the global options.
protocol WorkflowCommand: Command where Context == CommandContext {
    var globals: GlobalOptions { get }
    /// What of the command line reads standard input, as it is written there: `-`, `--parameter-file -`.
    var inputReaders: [String] { get }
    /// Whether status 0 claims more than that everything was printed which somebody wanted to read: then it is not that
    /// of a command whose reader has left before its end.
    var claimsSuccess: Bool { get }
    /// What it does, on a terminal that shows colour as the options say.
    func perform(in context: CommandContext) async throws
}

extension WorkflowCommand {
    var inputReaders: [String] { [] }
    var claimsSuccess: Bool { false }

    func run(in context: CommandContext) async throws {
        let readers = (globals.readsToken ? ["--token-stdin"] : []) + inputReaders
        if let other = readers.dropFirst().first {
            throw ArgumentError.conflict(
                readers[0] == other
                    ? "standard input can be read only once"
                    : "'\(readers[0])' and '\(other)' would both read standard input, which can be read only once")
        }
        var context = context
        context.terminal = context.terminal.choosing(
            globals.noColor ? .never : globals.color, environment: context.environment)
        // Zero waits for ever, which the platform's timers spell as ten years.
        if let timeout = globals.connection.requestTimeout {
            context.input.timeout = timeout > .zero ? timeout : ServerConfiguration.unlimitedTimeout
        }
        do {
            try await perform(in: context)
        } catch OutputError.closed where claimsSuccess {
            throw ExitStatus.unread
        }
    }
}
