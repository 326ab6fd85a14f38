import ArgumentKit

/// A small tool with one of everything, as the tests' command tree.
let sampleTool = CommandNode<SampleContext>.root(
    CommandInfo(
        name: "tool", abstract: "Work with boxes",
        topics: [
            HelpTopic(
                name: "exit-codes", title: "Exit status", text: "What a script may count on.",
                entries: [.init("0", "Done"), .init("2", "A mistake in the command line")])
        ]),
    globals: ConnectionOptions.self, title: "Connection",
    [
        .command(ListCommand.self),
        .command(SendCommand.self),
        .branch(
            CommandInfo(name: "shelf", aliases: ["sh"], abstract: "Work with shelves"),
            [.command(ShelfListCommand.self), .command(ShelfDropCommand.self)]),
        .command(VersionCommand.self),
        .command(SecretCommand.self),
        .refused("serve", aliases: ["server"], reason: "this is a client"),
    ])

/// Records what ran.
actor SampleContext {
    private(set) var ran: [String] = []
    func note(_ word: String) { ran.append(word) }
}

enum Phase: String, CaseIterable, ArgumentValue { case running = "Running", failed = "Failed", done = "Done" }
enum Format: String, CaseIterable, ArgumentValue { case table, wide, json, jsonl }

/// A header line; a secret, as most headers are.
struct Header: ArgumentValue, Equatable {
    var name: String
    var value: String

    init?(argument: String) {
        guard let colon = argument.firstIndex(of: ":") else { return nil }
        name = String(argument[..<colon])
        value = String(argument[argument.index(after: colon)...])
    }

    var argument: String { "\(name):\(value)" }
    static let expectation = "expected 'Name: value'"
    static let isSecret = true
}

struct ConnectionOptions: ArgumentGroup {
    var server: Sourced<String>?
    var namespace: String?
    var secure = true
    var headers: [Header] = []
    var timeout = Duration.seconds(30)

    static var arguments: [Argument<Self>] {
        option(\.server, "server", "s", value: "url", env: "TOOL_SERVER", "SERVER", help: "Server address")
        option(
            \.namespace, "namespace", "n", value: "name", env: "TOOL_NAMESPACE",
            completion: .dynamic("namespaces"), help: "Namespace to work in")
        flag(\.secure, "secure", "e", negatable: true, env: "TOOL_SECURE", help: "Encrypt the connection")
        option(\.headers, "header", "H", value: "header", help: "Send another header")
        option(\.timeout, "timeout", value: "duration", help: "Give up after this long").renamed(from: "max-time")
        refused("kubeconfig", value: "path", reason: "the tool reads no kubeconfig")
        refused("as-root", reason: "there is no root")
    }
}

struct ListCommand: Command {
    var connection = ConnectionOptions()
    var allNamespaces = false
    var phases: [Phase] = []
    var format = Format.table
    var limit: Int?
    var verbosity = 0
    var color: Bool?
    var internals = false

    static let info = CommandInfo(
        name: "list", aliases: ["ls"], abstract: "List boxes",
        discussion: "Boxes are sorted by age.\n\n  newest first",
        examples: [
            .init("Boxes that failed, everywhere", "tool list -A --status Failed,Running"),
            .init("Names for a script", "tool list -o json | jq -r '.[].name'"),
        ])

    static var arguments: [Argument<Self>] {
        flag(\.allNamespaces, "all-namespaces", "A", help: "Look in every namespace")
        option(
            \.phases, "status", value: "phase", commaSeparated: true, env: "TOOL_STATUS",
            help: "Keep boxes in these phases")
        option(\.format, "output", "o", value: "format", help: "Output format").renamed(from: "format", "fmt")
        option(\.limit, "limit", value: "n", help: "Show this many").within(0...100).aliases("max")
        flag(\.verbosity, "verbose", "v", help: "Say more")
        flag(\.color, "color", help: "Use colour")
        flag(\.internals, "internals", help: "Show internals").hidden()
        group(\.connection, "Connection")
    }

    func validate() throws(ArgumentError) {
        if allNamespaces && connection.namespace != nil {
            throw .conflict("--all-namespaces and --namespace exclude each other")
        }
    }

    func run(in context: SampleContext) async { await context.note("list") }
}

struct SendCommand: Command {
    var connection = ConnectionOptions()
    var parameters: [String] = []
    var priority = 0
    var from: String?
    var previous = false
    var files: [String] = []
    var target = ""

    static let info = CommandInfo(
        name: "send", abstract: "Send files to a box",
        examples: [.init("Two files", "tool send a.json 'b c.json' box -p name=value")])

    static var arguments: [Argument<Self>] {
        positional(\.files, "file", completion: .file(extensions: ["json", "yaml"]), help: "Files to send")
        positional(\.target, "box", completion: .dynamic("boxes"), help: "Where to")
        option(\.parameters, "parameter", "p", value: "name=value", help: "Set a parameter")
        option(\.priority, "priority", value: "n", help: "The higher the sooner").within(0...Int.max)
        option(\.from, "from", value: "directory", completion: .directory, help: "Look for files there")
        flag(\.previous, "again", "a", help: "Send what was sent before")
        group(\.connection, "Connection")
    }

    func run(in context: SampleContext) async throws {
        if files == ["late"] { throw ArgumentError.conflict("found out late") }
        await context.note("send")
    }
}

struct ShelfListCommand: Command {
    var connection = ConnectionOptions()
    var format = Phase.done

    static let info = CommandInfo(
        name: "list", abstract: "List shelves", examples: [.init("All of them", "tool shelf list")])

    static var arguments: [Argument<Self>] {
        option(\.format, "output", "o", value: "phase", help: "Shelf's own output")
        group(\.connection, "Connection")
    }

    func run(in context: SampleContext) async { await context.note("shelf list") }
}

struct ShelfDropCommand: Command {
    var connection = ConnectionOptions()
    var shelf: Int?
    var reason: String?
    var limit = 1

    static let info = CommandInfo(
        name: "drop", abstract: "Drop a shelf",
        examples: [.init("The third, with a reason", "tool shelf drop 3 heavy --limit 2")])

    static var arguments: [Argument<Self>] {
        positional(\.shelf, "shelf", help: "Its number")
        positional(\.reason, "reason", help: "Why")
        option(\.limit, "limit", value: "n", help: "At most this many").required()
        group(\.connection, "Connection")
    }

    func run(in context: SampleContext) async { await context.note("shelf drop") }
}

struct VersionCommand: Command {
    static let info = CommandInfo(
        name: "version", abstract: "Show the version", examples: [.init("It", "tool version")])
    static var arguments: [Argument<Self>] {}
    func run(in context: SampleContext) async { await context.note("version") }
}

struct SecretCommand: Command {
    static let info = CommandInfo(name: "secret", abstract: "Work behind the scenes", isHidden: true)
    static var arguments: [Argument<Self>] {}
    func run(in context: SampleContext) async { await context.note("secret") }
}
