// An mdoc(7) page is lines; one that starts with a dot is a macro, everything else is text:
//
//     .Ss wfctl list
//     List workflows.
//     .Bl -tag -width Ds
//     .It Fl o , Fl \-output Ar format
//     Output format
//     .El

/// One mdoc(7) page for the whole tool, every command included.
package struct ManPage: Sendable {
    /// The date of the page, as mdoc spells it: `June 1, 2026`. An argument, so that equal input gives equal output.
    package var date: String

    package init(date: String) {
        self.date = date
    }

    package func render(_ tool: CommandInfo) -> String {
        let commands = tool.walk().dropFirst().filter { $0.command.isLeaf }
        var out = ".Dd \(date)\n.Dt \(tool.name.uppercased()) 1\n.Os\n"
        out += ".Sh NAME\n.Nm \(tool.name)\n.Nd \(tool.abstract.lowercasedFirst.roffArgument)\n"
        out += ".Sh SYNOPSIS\n.Nm\n.Op Ar options\n.Ar command\n.Op Ar arguments\n"
        out += ".Sh DESCRIPTION\n" + text(tool.discussion.isEmpty ? tool.abstract + "." : tool.discussion)
        if !tool.options.isEmpty {
            out += ".Sh OPTIONS\nCommands that take these take them before their name, too.\n" + list(of: tool.options)
        }
        out += ".Sh COMMANDS\n"
        for (path, command) in commands { out += section(command, path, globals: tool.options) }
        out += environment(commands.flatMap(\.command.options) + tool.options)
        for topic in tool.topics { out += section(topic) }
        if !tool.examples.isEmpty { out += ".Sh EXAMPLES\n" + examples(tool.examples) }
        return out
    }

    private func section(_ command: CommandInfo, _ path: [String], globals: [ArgumentInfo]) -> String {
        var out = ".Ss \(path.joined(separator: " ").roffArgument)\n" + text(command.abstract + ".")
        if !command.aliases.isEmpty { out += text("Also called \(command.aliases.joined(separator: ", ")).") }
        out += ".Pp\n.Dl \(command.usage(path).roffArgument)\n"
        if !command.discussion.isEmpty { out += ".Pp\n" + text(command.discussion) }
        let own = command.options.filter { !$0.isListed(in: globals) }
        out += list(of: command.positionals + own)
        if !command.examples.isEmpty { out += ".Pp\nExamples:\n" + examples(command.examples) }
        return out
    }

    private func section(_ topic: HelpTopic) -> String {
        var out = ".Sh \(topic.title.uppercased().roffArgument)\n"
        if !topic.text.isEmpty { out += text(topic.text) }
        if topic.entries.isEmpty { return out }
        out += ".Bl -tag -width Ds\n"
        for entry in topic.entries { out += ".It \(entry.term.roffArgument)\n" + text(entry.meaning) }
        return out + ".El\n"
    }

    private func list(of arguments: [ArgumentInfo]) -> String {
        if arguments.isEmpty { return "" }
        var out = ".Bl -tag -width Ds\n"
        for argument in arguments { out += ".It " + item(argument) + "\n" + text(argument.fullHelp) }
        return out + ".El\n"
    }

    private func item(_ argument: ArgumentInfo) -> String {
        if argument.kind == .positional { return "Ar \(argument.name.roffArgument)" }
        var item = argument.short.map { "Fl \($0.roffArgument) , " } ?? ""
        item += argument.longNames.map { "Fl \\-\($0.roff)" }.joined(separator: " , ")
        return item + (argument.valueName.map { " Ar \($0.roffArgument)" } ?? "")
    }

    private func examples(_ examples: [CommandInfo.Example]) -> String {
        var out = ".Bl -tag -width Ds\n"
        for example in examples { out += ".It \(example.caption.roffArgument)\n.Dl \(example.line.roffArgument)\n" }
        return out + ".El\n"
    }

    /// Every variable that stands in for an option, once, in order of first appearance.
    private func environment(_ options: [ArgumentInfo]) -> String {
        var names: [String] = []
        for variable in options.flatMap(\.environment) where !names.contains(variable) { names.append(variable) }
        if names.isEmpty { return "" }
        var out = ".Sh ENVIRONMENT\n.Bl -tag -width Ds\n"
        for name in names {
            var flags: [String] = []
            for option in options where option.environment.contains(name) && !flags.contains(option.name) {
                flags.append(option.name)
            }
            out += ".It Ev \(name.roffArgument)\nStands in for\n"
            out += flags.map { ".Fl \\-\($0.roff)" }.joined(separator: "\n") + " .\n"
        }
        return out + ".El\n"
    }

    /// Paragraphs; lines that start with a space are shown as they are.
    private func text(_ text: String) -> String {
        var out = ""
        var isLiteral = false
        var needsBreak = false
        for line in TextWrapper(width: 78).paragraphs(text) {
            if line.isEmpty {
                needsBreak = true
                continue
            }
            if isLiteral != (line.first == " ") {
                // A literal block brings its own space along.
                out += isLiteral ? ".Ed\n" : ".Bd -literal\n"
                isLiteral.toggle()
                if isLiteral { needsBreak = false }
            }
            if needsBreak { out += isLiteral ? "\n" : ".Pp\n" }
            needsBreak = false
            out += line.roff + "\n"
        }
        return out + (isLiteral ? ".Ed\n" : "")
    }
}

extension String {
    /// Text that no roff command can hide in.
    fileprivate var roff: String {
        var out = hasPrefix(".") || hasPrefix("'") ? "\\&" : ""
        for character in self {
            switch character {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            case "'": out += "\\(aq"
            case "`": out += "\\(ga"
            case "\"": out += "\\(dq"
            case "^": out += "\\(ha"
            case "~": out += "\\(ti"
            default: out.append(character)
            }
        }
        return out
    }

    /// One argument of a macro; a word such as `Ar` stays a word.
    fileprivate var roffArgument: String {
        "\"\\&\(roff)\""
    }

    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
