import ArgumentKit
import TerminalKit

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
        try await perform(in: context)
    }
}
