import ArgumentKit
import TerminalKit

/// `wfctl help --man` and `--markdown`: the whole manual; `wfctl help list` is answered by the command tree itself.
struct HelpCommand: Command {
    var names: [String] = []
    var man = false
    var markdown = false

    init() {}

    static let info = CommandInfo(
        name: "help",
        abstract: "Explain a command, or print the whole manual",
        examples: [
            .init("The manual page", "wfctl help --man")
        ])

    static var arguments: [Argument<Self>] {
        positional(\.names, "command", help: "The command, or one of exit-codes, environment and lint-rules")
        flag(\.man, "man", help: "Print the manual page, in mdoc")
        flag(\.markdown, "markdown", help: "Print the reference in Markdown")
    }

    func validate() throws(ArgumentError) {
        if man && markdown { throw .conflict("--man and --markdown exclude each other") }
        if let name = names.first, man || markdown { throw .unexpectedArgument(name) }
        if !names.isEmpty { throw .unknownCommand(names.joined(separator: " ")) }
    }

    func run(in context: CommandContext) async throws {
        let info = rootCommand.info
        let text: String
        if man {
            text = ManPage(date: VersionCommand.date).render(info)
        } else if markdown {
            text = MarkdownReference().render(info)
        } else {
            text = HelpRenderer(width: context.terminal.width, usesStyle: context.terminal.usesColor)
                .render(info, path: [info.name])
        }
        try context.terminal.out.write(text)
    }
}
