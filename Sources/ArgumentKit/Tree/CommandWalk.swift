/// The way down the tree, word by word: where it stands and what it carries.
struct CommandWalk<Context: Sendable> {
    private(set) var node: CommandNode<Context>
    private(set) var path: [String]
    /// The options that may stand before a command.
    var globals: @Sendable () -> [ArgumentInfo] = { [] }
    private var rest: ArraySlice<String>
    /// Words of such options, handed down to the command, and the names of those options.
    private var leading: [String] = []
    private var leadingNames: [String] = []

    init(root: CommandNode<Context>, words: ArraySlice<String>) {
        node = root
        path = [root.header.name]
        rest = words
    }

    /// The command it stands at, as far as its help and usage need it.
    var info: CommandInfo { node.info(globals: node.isRoot ? [] : globals(), isOutline: true) }

    /// One step down from a branch, or an answer that needs no command.
    mutating func descend() throws(ArgumentError) -> Invocation<Context>? {
        // A branch alone shows what it holds, as argo, kubectl and gh do.
        if rest.isEmpty && leading.isEmpty { return .help(info, path: path) }
        if let answer = try takeLeading() { return answer }
        guard let word = rest.popFirst() else { throw .missingCommand(path) }
        if word == "help", let answer = try help() { return answer }
        try step(to: word)
        return nil
    }

    /// Sets the options in front of the command aside, with their values: in `-n list list` the first is one.
    private mutating func takeLeading() throws(ArgumentError) -> Invocation<Context>? {
        guard let first = rest.first, WordLexer.isOption(first) else { return nil }
        let arguments = globals()
        while let word = rest.first, WordLexer.isOption(word) {
            if word == "--" {
                // What follows is no option, not for the command either.
                rest.removeFirst()
                if let name = rest.popFirst() { rest = [name, "--"] + rest }
                return nil
            }
            if node.isRoot && word == "--version" { return .version }
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

    /// `help`, `help sub sub`, `help topic`. Nil when options follow: those are for a command called `help`.
    private func help() throws(ArgumentError) -> Invocation<Context>? {
        if let word = rest.first, WordLexer.isOption(word), node.child("help") != nil { return nil }
        if rest.count == 1, let topic = node.header.topics.first(where: { $0.name == rest.first }) {
            return .topic(topic)
        }
        var target = self
        for word in rest where word != "-h" && word != "--help" {
            if word == "help", target.node.child("help") == nil { continue }
            try target.step(to: word)
        }
        return .help(target.info, path: target.path)
    }

    /// Goes down to the child called `word`.
    private mutating func step(to word: String) throws(ArgumentError) {
        guard let next = node.child(word) else {
            if case .leaf = node.role { throw .unexpectedArgument(word) }
            var names = node.children.filter { !$0.header.isHidden }.flatMap(\.header.names) + ["help"]
            names += node.header.topics.map(\.name)
            throw .unknownCommand(word, suggestion: nearest(to: word, in: names))
        }
        if case .refused(let reason) = next.role { throw .refusedCommand(word, reason: reason) }
        node = next
        path.append(next.header.name)
    }

    /// Parses what is left with the command's own declarations.
    func finish(_ environment: [String: String]) throws(ArgumentError) -> Invocation<Context> {
        guard case .leaf(let leaf) = node.role else { throw .missingCommand(path) }
        let line = CommandNode<Context>.Line(
            words: leading + rest, leadingNames: leadingNames, environment: environment, path: path)
        guard let command = try leaf.prepare(line) else {
            return .help(info, path: path)
        }
        return .run(command)
    }
}
