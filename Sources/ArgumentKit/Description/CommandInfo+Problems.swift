extension CommandInfo {
    /// What is wrong with the declarations of this command and of all below it, for a test of the whole tree.
    ///
    /// Rules: spellings are unique, texts start upper case and end without a period, options have value names and
    /// flags have none, required positionals come first and one at most is repeated, every leaf has an example,
    /// an option that may stand before the command means the same after it.
    package func problems() -> [String] {
        var problems: [String] = []
        check([], globals: arguments, &problems)
        return problems
    }

    private func check(_ parents: [String], globals: [ArgumentInfo], _ problems: inout [String]) {
        let path = parents + [name]
        let place = path.joined(separator: " ")
        for problem in ownProblems + globalProblems(globals) { problems.append("\(place): \(problem)") }
        for child in subcommands { child.check(path, globals: globals, &problems) }
    }

    private var ownProblems: [String] {
        var problems = repeated(arguments.flatMap(\.allSpellings)).map { "'\($0)' is declared twice" }
        problems += repeated(subcommands.flatMap(\.names)).map { "command '\($0)' is declared twice" }
        problems += arguments.flatMap(\.problems) + positionalProblems
        if !isSentence(abstract) { problems.append("abstract '\(abstract)' is not a line of help") }
        if isLeaf && !isHidden && examples.isEmpty { problems.append("no example") }
        for example in examples where !isSentence(example.caption) {
            problems.append("caption '\(example.caption)' is not a line of help")
        }
        return problems
    }

    private var positionalProblems: [String] {
        var problems: [String] = []
        let positionals = arguments.filter { $0.kind == .positional }
        if positionals.count(where: \.isRepeating) > 1 { problems.append("two repeated positionals") }
        for (before, after) in zip(positionals, positionals.dropFirst())
        where after.isRequired && !before.isRequired && !before.isRepeating {
            problems.append("<\(after.name)> is required but stands after the optional <\(before.name)>")
        }
        return problems
    }

    private func globalProblems(_ globals: [ArgumentInfo]) -> [String] {
        var problems: [String] = []
        for argument in arguments where argument.refusal == nil {
            for global in globals where global.name != argument.name || global.kind != argument.kind {
                for spelling in argument.allSpellings where global.allSpellings.contains(spelling) {
                    problems.append("'\(spelling)' means '--\(global.name)' before the command")
                }
            }
        }
        return problems
    }
}

extension ArgumentInfo {
    fileprivate var problems: [String] {
        let label = kind == .positional ? "<\(name)>" : "'--\(name)'"
        var problems: [String] = []
        if !isSentence(help) { problems.append("help '\(help)' of \(label) is not a line of help") }
        if name.isEmpty || name.hasPrefix("-") || name.contains("=") || name.contains(" ") {
            problems.append("\(label) is no name")
        }
        if short.map({ $0.count != 1 || $0 == "-" || $0 == "=" }) ?? false {
            problems.append("\(label) has no short letter")
        }
        if kind == .option && (valueName ?? "").isEmpty { problems.append("\(label) has no value name") }
        if kind == .flag && valueName != nil { problems.append("\(label) is a flag with a value name") }
        return problems
    }
}

private func isSentence(_ text: String) -> Bool {
    text.first?.isLowercase == false && text.first != " " && text.last != "." && !text.contains("\n")
}

private func repeated(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { !seen.insert($0).inserted }
}
