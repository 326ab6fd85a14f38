/// What `--help` prints: usage, examples, then everything else, wrapped to a width.
package struct HelpRenderer: Sendable {
    /// Columns to fill; lines longer than 100 are hard to read and never made.
    package var width: Int
    /// Whether headings are bold.
    package var usesStyle: Bool

    package init(width: Int, usesStyle: Bool = false) {
        self.width = min(max(width, 40), 100)
        self.usesStyle = usesStyle
    }

    private var wrapper: TextWrapper { TextWrapper(width: width) }

    package func render(_ command: CommandInfo, path: [String]) -> String {
        var out = command.abstract + "\n\n" + usage(command, path)
        if !command.aliases.isEmpty {
            out += "\n" + heading("Aliases") + " " + command.aliases.joined(separator: ", ") + "\n"
        }
        if !command.examples.isEmpty {
            out += "\n" + heading("Examples") + "\n"
            for example in command.examples {
                out += lines(wrapper.lines(example.caption, hanging: 4), prefix: "  # ")
                out += "  " + example.line + "\n"
            }
        }
        if !command.discussion.isEmpty {
            out += "\n" + wrapper.paragraphs(command.discussion).joined(separator: "\n") + "\n"
        }
        for (title, commands) in command.categories {
            out += section(title, commands.map { ($0.names.joined(separator: ", "), $0.abstract) })
        }
        out += section("Arguments", command.positionals.map { ("<\($0.name)>", $0.helpText) })
        let hasShorts = command.options.contains { $0.short != nil }
        for (title, arguments) in command.optionGroups {
            out += section(title, arguments.map { ($0.synopsis(aligned: hasShorts), $0.helpText) })
        }
        out += section(
            "More help", command.topics.map { ((path + ["help", $0.name]).joined(separator: " "), $0.title) })
        if !command.visibleSubcommands.isEmpty {
            let advice = "Run '\(path.joined(separator: " ")) <command> --help' for more on a command."
            out += "\n" + lines(wrapper.lines(advice), prefix: "")
        }
        return out
    }

    package func render(_ topic: HelpTopic) -> String {
        var out = topic.title + "\n"
        if !topic.text.isEmpty { out += "\n" + wrapper.paragraphs(topic.text).joined(separator: "\n") + "\n" }
        if !topic.entries.isEmpty { out += "\n" + table(topic.entries.map { ($0.term, $0.meaning) }) }
        return out
    }

    /// The usage line; what does not fit goes on below the first argument.
    private func usage(_ command: CommandInfo, _ path: [String]) -> String {
        let name = path.joined(separator: " ")
        let indent = min("Usage: ".count + name.count + 1, width / 2)
        let rest = wrapper.lines(String(command.usage(path).dropFirst(name.count + 1)), hanging: indent)
        let body = rest.joined(separator: "\n" + String(repeating: " ", count: indent))
        return heading("Usage") + " " + name + (body.isEmpty ? "" : " " + body) + "\n"
    }

    private func section(_ title: String, _ rows: [(String, String)]) -> String {
        rows.isEmpty ? "" : "\n" + heading(title) + "\n" + table(rows)
    }

    /// Two columns; a left cell that is too wide for its column gets a line of its own.
    private func table(_ rows: [(String, String)]) -> String {
        let limit = width / 2 - 4
        let column = (rows.map(\.0.count).filter { $0 <= limit }.max() ?? 0) + 4
        var out = ""
        for (left, right) in rows {
            out += "  " + left
            var isFirst = left.count + 4 <= column
            if !isFirst { out += "\n" }
            for line in wrapper.lines(right, hanging: column) where !line.isEmpty {
                out += String(repeating: " ", count: isFirst ? column - 2 - left.count : column) + line + "\n"
                isFirst = false
            }
            if right.isEmpty && isFirst { out += "\n" }
        }
        return out
    }

    private func lines(_ lines: [String], prefix: String) -> String {
        lines.map { prefix + $0 + "\n" }.joined()
    }

    private func heading(_ title: String) -> String {
        usesStyle ? "\u{1b}[1m\(title):\u{1b}[0m" : title + ":"
    }
}

extension ArgumentInfo {
    /// `-o, --output <format>`, with room for the short option where another of the command has one.
    fileprivate func synopsis(aligned: Bool) -> String {
        (short.map { "-\($0), " } ?? (aligned ? "    " : "")) + longSynopsis
    }

    /// The full help, in which short remarks stay on one line.
    fileprivate var helpText: String {
        let remarks = remarks.map { String($0.map { $0 == " " ? TextWrapper.joint : $0 }) }
        return ([help] + remarks).joined(separator: " ")
    }
}
