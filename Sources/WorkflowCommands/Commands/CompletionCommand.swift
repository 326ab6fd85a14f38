import ArgumentKit
import TerminalKit

/// `wfctl completion`: the script that teaches a shell wfctl's words.
struct CompletionCommand: Command {
    var shell = Shell.bash

    init() {}

    static let info = CommandInfo(
        name: "completion",
        abstract: "Print a shell completion script",
        examples: [
            .init("For bash", "wfctl completion bash"),
            .init("For fish", "wfctl completion fish"),
        ])

    static var arguments: [Argument<Self>] {
        positional(\.shell, "shell", help: "The shell")
    }

    func run(in context: CommandContext) async throws {
        try context.terminal.out.write(rootCommand.info.completionScript(for: shell))
    }
}
