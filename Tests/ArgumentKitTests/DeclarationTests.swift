import Testing

@testable import ArgumentKit

/// The rules that a tree of declarations has to keep.
@Suite struct DeclarationTests {
    @Test func theSampleToolHasNoProblems() {
        #expect(sampleTool.problems() == [])
    }

    @Test func findsPropertiesWithoutADeclaration() {
        struct Inner: ArgumentGroup {
            var bound: String?
            var forgotten = Duration.zero
            static var arguments: [Argument<Self>] { option(\.bound, "bound", value: "x", help: "Bound") }
        }
        struct Outer: ArgumentGroup {
            var first = false
            var second: Int?
            var inner = Inner()
            var last = [""]
            static var arguments: [Argument<Self>] {
                option(\.second, "second", value: "n", help: "Bound")
                group(\.inner, "Inner")
            }
        }
        #expect(
            Outer.unboundProperties() == [
                "Outer.first has no declaration", "Inner.forgotten has no declaration",
                "Outer.last has no declaration",
            ])
        #expect(ListCommand.unboundProperties() == [])
    }

    @Test func findsExamplesThatDoNotRunTheirCommand() {
        struct Wrong: Command {
            static let info = CommandInfo(
                name: "wrong", abstract: "Do it wrong",
                examples: [
                    .init("Unknown option", "tool wrong --bogus"), .init("Another command", "tool list"),
                    .init("Help only", "tool wrong -h"), .init("Another tool", "echo tool wrong"),
                    .init("Right", "tool wrong | head # --bogus"),
                ])
            static var arguments: [Argument<Self>] {}
            func run(in context: SampleContext) async {}
        }
        let tool = CommandNode<SampleContext>.branch(
            CommandInfo(name: "tool", abstract: "Work with boxes"), [.command(Wrong.self), .command(ListCommand.self)])
        #expect(
            tool.problems() == [
                "tool wrong: example 'tool wrong --bogus': unknown option '--bogus'",
                "tool wrong: example 'tool list': runs 'tool list'",
                "tool wrong: example 'tool wrong -h': runs no command",
                "tool wrong: example 'echo tool wrong': does not start with 'tool'",
            ])
    }

    @Test func findsDescriptionsThatBreakTheRules() {
        var leaf = CommandInfo(name: "leaf", abstract: "does things.", examples: [.init("lower case", "tool leaf")])
        var option = ArgumentInfo(.option, "output", short: "o", help: "output format.")
        leaf.arguments = [option]
        option.name = "--output"
        option.short = "oo"
        option.valueName = "format"
        option.help = "Output format"
        leaf.arguments.append(option)
        var flag = ArgumentInfo(.flag, "color", help: "Use colour")
        flag.isNegatable = true
        leaf.arguments.append(flag)
        flag.name = "no-color"
        flag.isNegatable = false
        flag.valueName = "when"
        leaf.arguments.append(flag)
        var files = ArgumentInfo(.positional, "file", help: "Files")
        files.isRepeating = true
        var target = ArgumentInfo(.positional, "target", help: "Where to")
        leaf.arguments += [target, files, files]
        target.isRequired = true
        leaf.arguments.append(target)
        let optional = ArgumentInfo(.positional, "first", help: "Before")
        leaf.arguments.insert(optional, at: 0)
        leaf.arguments.insert(target, at: 1)

        var tool = CommandInfo(name: "tool", abstract: "Work with boxes")
        tool.arguments = [ArgumentInfo(.flag, "open", short: "o", help: "Open the box")]
        tool.subcommands = [leaf, CommandInfo(name: "bare", aliases: ["leaf"], abstract: "Nothing to show")]
        #expect(
            tool.problems() == [
                "tool: command 'leaf' is declared twice",
                "tool leaf: '--no-color' is declared twice",
                "tool leaf: help 'output format.' of '--output' is not a line of help",
                "tool leaf: '--output' has no value name",
                "tool leaf: '----output' is no name",
                "tool leaf: '----output' has no short letter",
                "tool leaf: '--no-color' is a flag with a value name",
                "tool leaf: two repeated positionals",
                "tool leaf: <target> is required but stands after the optional <first>",
                "tool leaf: abstract 'does things.' is not a line of help",
                "tool leaf: caption 'lower case' is not a line of help",
                "tool leaf: '-o' means '--open' before the command",
                "tool bare: no example",
            ])
    }

    @Test(arguments: [
        ("tool list -A", ["tool", "list", "-A"]), ("  tool  list ", ["tool", "list"]),
        ("tool 'a b' \"c d\" e\\ f", ["tool", "a b", "c d", "e f"]), ("tool ''", ["tool", ""]),
        ("tool a|b", ["tool", "a"]), ("tool a && b", ["tool", "a"]), ("tool a > b", ["tool", "a"]),
        ("tool '|' \"&\" \\; x", ["tool", "|", "&", ";", "x"]), ("tool a#b # c", ["tool", "a#b"]), ("", []),
        ("tool it\\'s", ["tool", "it's"]), ("tool 'open", ["tool", "open"]),
    ])
    func examplesAreReadAsAShellReadsThem(_ line: String, _ words: [String]) {
        #expect(shellWords(line) == words)
    }
}
