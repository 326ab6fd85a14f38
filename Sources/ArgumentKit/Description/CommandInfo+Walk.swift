extension CommandInfo {
    /// This command and every visible one below it, each with its path of names.
    package func walk(_ parents: [String] = []) -> [(path: [String], command: CommandInfo)] {
        let path = parents + [name]
        var all = [(path: path, command: self)]
        for child in visibleSubcommands { all += child.walk(path) }
        return all
    }

    package var visibleSubcommands: [CommandInfo] { subcommands.filter { !$0.isHidden } }
    package var isLeaf: Bool { subcommands.isEmpty }
    /// The names it answers to.
    var names: [String] { [name] + aliases }
    /// Visible flags and options.
    package var options: [ArgumentInfo] { arguments.filter { $0.kind != .positional && !$0.isHidden } }
    var positionals: [ArgumentInfo] { arguments.filter { $0.kind == .positional && !$0.isHidden } }

    /// Visible options under their headings, in order of first appearance.
    var optionGroups: [(title: String, arguments: [ArgumentInfo])] {
        var titles: [String] = []
        for option in options where !titles.contains(option.group) { titles.append(option.group) }
        return titles.map { title in (title, options.filter { $0.group == title }) }
    }

    /// Visible subcommands under their headings, in order of first appearance.
    var categories: [(title: String, commands: [CommandInfo])] {
        var titles: [String] = []
        for child in visibleSubcommands where !titles.contains(child.category) { titles.append(child.category) }
        return titles.map { title in (title, visibleSubcommands.filter { $0.category == title }) }
    }

    /// `wfctl logs [options] <name> [<pod>]`
    package func usage(_ path: [String]) -> String {
        var words = path
        if !options.isEmpty { words.append("[options]") }
        words += options.filter(\.isRequired).map { "--\($0.name) <\($0.valueName ?? "")>" }
        if !visibleSubcommands.isEmpty { words.append("<command>") }
        words += positionals.map(\.usage)
        return words.joined(separator: " ")
    }
}

extension ArgumentInfo {
    /// Whether this is the option that `others` tell about already; under which heading does not matter.
    func isListed(in others: [ArgumentInfo]) -> Bool {
        var copy = self
        return others.contains { other in
            copy.group = other.group
            return copy == other
        }
    }

    /// A positional in the usage line: `<name>`, `[<name>]`, `<name>...`.
    var usage: String {
        let word = "<\(name)>" + (isRepeating ? "..." : "")
        return isRequired ? word : "[\(word)]"
    }

    /// `--output <format>`, `--[no-]secure`
    var longSynopsis: String {
        "--" + (isNegatable ? "[no-]" : "") + name + (valueName.map { " <\($0)>" } ?? "")
    }

    /// What help says besides `help`: choices, repetition, default, variables.
    var remarks: [String] {
        var remarks: [String] = []
        if case .choices(let all) = completion { remarks.append("(" + all.joined(separator: ", ") + ")") }
        if let bounds { remarks.append("(\(text(of: bounds)))") }
        if isCommaSeparated {
            remarks.append("(repeatable, or separated by commas)")
        } else if isRepeating && kind != .positional {
            remarks.append("(repeatable)")
        }
        if let defaultValue, !defaultValue.isEmpty, !isRequired { remarks.append("(default: \(defaultValue))") }
        if !environment.isEmpty { remarks.append("[env: \(environment.joined(separator: ", "))]") }
        return remarks
    }

    /// `help` and everything derivable, as one line.
    var fullHelp: String { ([help] + remarks).joined(separator: " ") }
}
