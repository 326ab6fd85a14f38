import ArgumentKit
import TerminalKit
import WorkflowAPI

/// A command that takes the global options.
protocol WorkflowCommand: Command where Context == CommandContext {
    var globals: GlobalOptions { get }
    /// What it does, on a terminal that shows colour as the options say.
    func perform(in context: CommandContext) async throws
}

extension WorkflowCommand {
    func run(in context: CommandContext) async throws {
        var context = context
        context.terminal = context.terminal.choosing(
            globals.noColor ? .never : globals.color, environment: context.environment)
        // Zero waits for ever, which the platform's timers spell as ten years.
        if let timeout = globals.connection.requestTimeout {
            context.input.timeout = timeout > .zero ? timeout : ServerConfiguration.unlimitedTimeout
        }
        try await perform(in: context)
    }
}
