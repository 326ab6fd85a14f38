extension CommandNode {
    /// Walks `words` (without the tool's own name) down to a command and parses the rest with its declarations. Pure.
    package func resolve(
        _ words: [String], environment: [String: String]
    ) throws(UsageError) -> Invocation<Context> {
        if words.first == CompletionRequest.command {
            return .complete(completionRequest(Array(words.dropFirst())))
        }
        var walk = Walk(node: self, path: [header.name], rest: words[...])
        do {
            while case .branch(let branch) = walk.node.role {
                if branch.isRoot { walk.globals = branch.globals }
                if let answer = try walk.descend(branch, from: self) { return answer }
            }
            return try walk.finish(environment)
        } catch {
            throw UsageError(error: error, path: walk.path, usage: walk.info.usage(walk.path))
        }
    }

    /// The command that `names` lead to, without leading options.
    func find(_ names: some Sequence<String>) -> (node: CommandNode, path: [String])? {
        var node = self
        var path = [header.name]
        for name in names {
            guard let next = node.child(name), !next.isRefused else { return nil }
            node = next
            path.append(next.header.name)
        }
        return (node, path)
    }

    fileprivate var isRoot: Bool {
        if case .branch(let branch) = role { branch.isRoot } else { false }
    }

    fileprivate var isRefused: Bool {
        if case .refused = role { true } else { false }
    }
}

/// The state of a walk down the tree.
private struct Walk<Context: Sendable> {
    var node: CommandNode<Context>
    var path: [String]
    var rest: ArraySlice<String>
    /// The options that may stand before a command.
    var globals: @Sendable () -> [ArgumentInfo] = { [] }
    /// Words of such options, handed down to the command, and the names of those options.
    var leading: [String] = []
    var leadingNames: [String] = []

    var info: CommandInfo { node.info(globals: node.isRoot ? [] : globals()) }

    /// One step down, or an answer that needs no command.
    mutating func descend(
        _ branch: CommandNode<Context>.Branch, from root: CommandNode<Context>
    ) throws(ArgumentError) -> Invocation<Context>? {
        let isBare = rest.isEmpty && leading.isEmpty
        if let answer = try takeLeading(branch) { return answer }
        guard let word = rest.popFirst() else {
            if isBare { return .help(info, path: path) }
            throw .missingCommand(path)
        }
        if word == "help", let answer = help(branch, root) { return answer }
        guard let next = node.child(word) else {
            let names = branch.children.filter { !$0.header.isHidden }.flatMap(\.header.names) + ["help"]
            throw .unknownCommand(word, suggestion: nearest(to: word, in: names))
        }
        if case .refused(let reason) = next.role { throw .refusedCommand(word, reason: reason) }
        node = next
        path.append(next.header.name)
        return nil
    }

    /// Sets the options in front of the command aside, with their values: in `-n list list` the first is one.
    private mutating func takeLeading(
        _ branch: CommandNode<Context>.Branch
    ) throws(ArgumentError) -> Invocation<Context>? {
        guard rest.first?.hasPrefix("-") == true else { return nil }
        let arguments = globals()
        while let word = rest.first, word.hasPrefix("-"), word != "-" {
            if branch.isRoot && word == "--version" { return .version }
            if word == "--" {
                // What follows is no option, not for the command either.
                rest.removeFirst()
                if let name = rest.popFirst() { rest = [name, "--"] + rest }
                return nil
            }
            var lexer = WordLexer(rest, arguments: arguments)
            repeat {
                switch try lexer.next() {
                case .help: return .help(info, path: path)
                case .option(let index, _, _): leadingNames.append(arguments[index].name)
                case .word, nil: break
                }
            } while lexer.isInsideCluster
            leading += rest[..<lexer.rest.startIndex]
            rest = lexer.rest
        }
        return nil
    }

    /// `help`, `help sub sub`, `help topic`. Nil when the words name neither and a command called `help` is to decide.
    private func help(
        _ branch: CommandNode<Context>.Branch, _ root: CommandNode<Context>
    ) -> Invocation<Context>? {
        if branch.isRoot, rest.count == 1, let topic = root.header.topics.first(where: { $0.name == rest.first }) {
            return .topic(topic)
        }
        if let (target, path) = node.find(rest) {
            return .help(target.info(globals: target.isRoot ? [] : globals()), path: self.path + path.dropFirst())
        }
        if rest.allSatisfy({ $0 == "-h" || $0 == "--help" }), node.child("help") == nil {
            return .help(info, path: path)
        }
        return nil
    }

    /// Parses what is left with the command's own declarations.
    func finish(_ environment: [String: String]) throws(ArgumentError) -> Invocation<Context> {
        guard case .leaf(let leaf) = node.role else { throw .missingCommand(path) }
        if !leadingNames.isEmpty {
            let known = Set(leaf.arguments().map(\.name))
            for name in leadingNames where !known.contains(name) {
                throw .inapplicableOption("--" + name, command: path.joined(separator: " "))
            }
        }
        guard let command = try leaf.prepare(leading + rest, environment, path) else {
            return .help(info, path: path)
        }
        return .run(command)
    }
}
