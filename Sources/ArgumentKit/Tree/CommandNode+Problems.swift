extension CommandNode {
    /// Everything a test wants to know of a whole tree: the rules of `CommandInfo.problems()`, properties without a
    /// declaration, and examples that do not run the command they stand under.
    package func problems() -> [String] {
        info.problems() + codeProblems(root: self, [])
    }

    private func codeProblems(root: CommandNode, _ parents: [String]) -> [String] {
        let path = parents + [header.name]
        var problems: [String] = []
        if case .leaf(let leaf) = role { problems += leaf.problems() }
        for example in header.examples {
            if let problem = root.problem(of: example.line, under: path) {
                problems.append("\(path.joined(separator: " ")): example '\(example.line)': \(problem)")
            }
        }
        for child in children { problems += child.codeProblems(root: root, path) }
        return problems
    }

    /// Nil when `line` runs the command at `path`, or for a branch one below it.
    private func problem(of line: String, under path: [String]) -> String? {
        let words = shellWords(line)
        guard words.first == header.name else { return "does not start with '\(header.name)'" }
        do {
            switch try resolve(Array(words.dropFirst()), environment: [:]) {
            case .run(let command) where command.path.starts(with: path): return nil
            case .run(let command): return "runs '\(command.path.joined(separator: " "))'"
            case .help, .topic, .version, .complete: return path.count == 1 ? nil : "runs no command"
            }
        } catch {
            return error.description
        }
    }
}
