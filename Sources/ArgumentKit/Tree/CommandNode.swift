/// The command tree. Words in, prepared commands out; and on request the whole tree as `CommandInfo`.
///
/// A node holds names; the arguments of a command are declared when it is chosen or described, not before.
package struct CommandNode<Context: Sendable>: Sendable {
    /// Name, aliases and texts, without arguments and subcommands.
    let header: CommandInfo
    let role: Role

    indirect enum Role: Sendable {
        case leaf(Leaf)
        case branch(Branch)
        case refused(reason: String)
    }

    /// A command type with its type erased.
    struct Leaf: Sendable {
        let arguments: @Sendable () -> [ArgumentInfo]
        /// Parses and validates; nil stands for help.
        let prepare: @Sendable (_ line: Line) throws(ArgumentError) -> PreparedCommand<Context>?
        let problems: @Sendable () -> [String]
    }

    /// What a command is given to read.
    struct Line {
        var words: [String]
        /// Long names of the options that stood before the command; they are the first of `words`.
        var leadingNames: [String]
        var environment: [String: String]
        var path: [String]
    }

    struct Branch: Sendable {
        /// Made when they are asked for: a start must not pay for command types it does not run.
        let children: @Sendable () -> [CommandNode]
        /// Options that may stand before the command; only the root declares some.
        var globals: @Sendable () -> [ArgumentInfo] = { [] }
        var isRoot = false
    }

    /// A command.
    package static func command<C: Command>(_ type: C.Type) -> Self where C.Context == Context {
        let leaf = Leaf(
            arguments: { C.arguments.map(\.info) },
            prepare: { line throws(ArgumentError) in
                var parser = Parser<C>()
                for name in line.leadingNames where !parser.knows(name) {
                    throw .inapplicableOption("--" + name, command: line.path.joined(separator: " "))
                }
                guard try parser.read(line.words[...], line.environment) else { return nil }
                try parser.root.validate()
                return PreparedCommand(parser.root, path: line.path, notes: parser.notes)
            },
            problems: { C.unboundProperties() })
        return Self(header: C.info, role: .leaf(leaf))
    }

    /// A command that only holds others: `wfctl template`.
    package static func branch(
        _ info: CommandInfo, _ children: @autoclosure @escaping @Sendable () -> [Self]
    ) -> Self {
        Self(header: info, role: .branch(Branch(children: children)))
    }

    /// The tool itself. The options of `globals` may stand before the command as well as after it: they are handed
    /// down to the command, which takes them by including the same group.
    package static func root<Globals: ArgumentGroup>(
        _ info: CommandInfo, globals: Globals.Type, title: String, _ children: [Self]
    ) -> Self {
        var branch = Branch(children: { children }, isRoot: true)
        branch.globals = {
            Globals.arguments.map { argument in
                var info = argument.info
                info.group = title
                return info
            }
        }
        return Self(header: info, role: .branch(branch))
    }

    /// A command that other tools of this family have and this one does not: refused with a reason, shown nowhere.
    package static func refused(_ name: String, aliases: [String] = [], reason: String) -> Self {
        let info = CommandInfo(name: name, aliases: aliases, abstract: "Not supported", isHidden: true)
        return Self(header: info, role: .refused(reason: reason))
    }

    /// This command and everything below it as plain data.
    package var info: CommandInfo { info(globals: []) }

    /// `globals` are the options that may stand before a command, on this level as on those above. Of an outline the
    /// commands below have no arguments; that is all their parent's help shows, and far less to declare.
    func info(globals: [ArgumentInfo], isOutline: Bool = false) -> CommandInfo {
        switch role {
        case .leaf(let leaf): return header.with(arguments: leaf.arguments())
        case .refused: return header
        case .branch(let branch):
            let globals = globals + branch.globals()
            var info = header.with(arguments: globals)
            if branch.isRoot { info.arguments.append(.version) }
            info.subcommands = branch.children().map { isOutline ? $0.header : $0.info(globals: globals) }
            return info
        }
    }

    var children: [CommandNode] {
        if case .branch(let branch) = role { branch.children() } else { [] }
    }

    func child(_ name: String) -> CommandNode? {
        let children = children
        // Not `first(where:)`: in generic code it is looked up while the program runs, a tenth of a millisecond.
        for index in children.indices where children[index].header.names.contains(name) { return children[index] }
        return nil
    }
}
