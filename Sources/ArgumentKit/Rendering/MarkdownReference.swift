/// The reference of the whole tool as one Markdown page.
package struct MarkdownReference: Sendable {
    package init() {}

    package func render(_ tool: CommandInfo) -> String {
        var out = "# \(tool.name)\n\n\(tool.abstract.markdown).\n\n"
        if !tool.discussion.isEmpty { out += discussion(tool.discussion) }
        let commands = tool.walk().dropFirst().filter { $0.command.isLeaf }
        out += "| Command | |\n|---|---|\n"
        for (path, command) in commands {
            let name = path.joined(separator: " ")
            out += "| [`\(name)`](#\(path.joined(separator: "-"))) | \(command.abstract.markdown) |\n"
        }
        out += "\n"
        if !tool.options.isEmpty {
            out += "## Global options\n\nCommands that take these take them before their name, too.\n\n"
            out += table("Option", tool.options)
        }
        for (path, command) in commands { out += section(command, path, globals: tool.options) }
        for topic in tool.topics { out += section(topic) }
        while out.hasSuffix("\n\n") { out.removeLast() }
        return out
    }

    private func section(_ command: CommandInfo, _ path: [String], globals: [ArgumentInfo]) -> String {
        var out = "## \(path.joined(separator: " "))\n\n\(command.abstract.markdown).\n\n"
        if !command.aliases.isEmpty {
            out += "Also called \(command.aliases.map { "`\($0)`" }.joined(separator: ", ")).\n\n"
        }
        out += "```\n\(command.usage(path))\n```\n\n"
        if !command.examples.isEmpty {
            out += "```sh\n"
            for example in command.examples { out += "# \(example.caption)\n\(example.line)\n" }
            out += "```\n\n"
        }
        if !command.discussion.isEmpty { out += discussion(command.discussion) }
        out += table("Argument", command.positionals)
        let own = command.options.filter { !$0.isListed(in: globals) }
        for (title, _) in command.optionGroups {
            out += table(title == "Options" ? "Option" : title, own.filter { $0.group == title })
        }
        return out
    }

    private func section(_ topic: HelpTopic) -> String {
        var out = "## \(topic.title.markdown)\n\n"
        if !topic.text.isEmpty { out += discussion(topic.text) }
        if topic.entries.isEmpty { return out }
        out += "| | |\n|---|---|\n"
        for entry in topic.entries { out += "| `\(entry.term.cell)` | \(entry.meaning.markdown) |\n" }
        return out + "\n"
    }

    private func table(_ title: String, _ arguments: [ArgumentInfo]) -> String {
        if arguments.isEmpty { return "" }
        var out = "| \(title.markdown) | |\n|---|---|\n"
        for argument in arguments {
            var spelling = argument.kind == .positional ? argument.usage : argument.longSynopsis
            if let short = argument.short { spelling = "-\(short), \(spelling)" }
            out += "| `\(spelling.cell)` | \(argument.fullHelp.markdown) |\n"
        }
        return out + "\n"
    }

    /// Paragraphs stay paragraphs; lines that start with a space become a block of code.
    private func discussion(_ text: String) -> String {
        var out = ""
        var isLiteral = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if (line.first == " ") != isLiteral { out += "```\n" }
            isLiteral = line.first == " "
            out += (isLiteral ? String(line) : String(line).markdown) + "\n"
        }
        return out + (isLiteral ? "```\n\n" : "\n")
    }
}

extension String {
    /// Text that stays text in Markdown, table cells included.
    fileprivate var markdown: String {
        var out = ""
        for character in self {
            if "\\`*_[]|".contains(character) { out += "\\" }
            out += character == "<" ? "&lt;" : String(character)
        }
        return out
    }

    /// Code inside a table cell.
    fileprivate var cell: String {
        var out = ""
        for character in self { out += character == "|" ? "\\|" : String(character) }
        return out
    }
}
