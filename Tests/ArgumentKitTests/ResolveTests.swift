import ArgumentKit
import Testing

/// From the words of a whole command line to what it asks for.
@Suite struct ResolveTests {
    /// Resolves, runs, and returns what ran, with the path.
    private func run(_ words: [String], environment: [String: String] = [:]) async throws -> (String, [ArgumentNote]) {
        guard case .run(let command) = try sampleTool.resolve(words, environment: environment) else {
            throw ArgumentError.conflict("did not resolve to a command")
        }
        let context = SampleContext()
        try await command(context)
        let ran = await context.ran
        #expect(command.path.dropFirst().joined(separator: " ") == ran.joined())
        return (ran.joined(), command.notes)
    }

    @Test(arguments: [
        (["list"], "list"), (["ls"], "list"), (["shelf", "list"], "shelf list"), (["sh", "list"], "shelf list"),
        (["secret"], "secret"), (["version"], "version"), (["send", "help"], "send"),
        (["-n", "argo", "list"], "list"), (["-n", "list", "list"], "list"), (["-nlist", "list"], "list"),
        (["-en", "version", "list", "-v"], "list"), (["--namespace=list", "shelf", "list"], "shelf list"),
        (["shelf", "-n", "list", "list"], "shelf list"),
        (["-n", "a", "sh", "-n", "b", "list", "-n", "c"], "shelf list"),
        (["--", "list"], "list"), (["--", "send", "-a"], "send"), (["--secure=false", "list"], "list"),
    ])
    func findsTheCommand(_ words: [String], _ name: String) async throws {
        #expect(try await run(words).0 == name)
    }

    @Test func leadingOptionsReachTheCommandAndLaterOnesWin() throws {
        // The rule of `list` sees a namespace that stood before its name.
        #expect(throws: UsageError.self) { try sampleTool.resolve(["-n", "a", "list", "-A"], environment: [:]) }
        let wrong = ["--timeout", "x", "list", "--timeout", "1s"]
        #expect(performing: { try sampleTool.resolve(wrong, environment: [:]) }, throws: { "\($0)".contains("'x'") })
    }

    @Test func notesComeWithTheCommand() async throws {
        let (ran, notes) = try await run(["--max-time", "1s", "list", "--fmt", "json"])
        #expect(ran == "list")
        #expect(notes == [.renamed(from: "--max-time", to: "--timeout"), .renamed(from: "--fmt", to: "--output")])
    }

    @Test(arguments: [
        ([], ["tool"]), (["-h"], ["tool"]), (["--help"], ["tool"]), (["help"], ["tool"]), (["help", "-h"], ["tool"]),
        (["help", "help"], ["tool"]), (["-n", "x", "--help"], ["tool"]), (["-n", "x", "help"], ["tool"]),
        (["help", "list"], ["tool", "list"]), (["help", "ls"], ["tool", "list"]), (["list", "-h"], ["tool", "list"]),
        (["-n", "x", "list", "--help"], ["tool", "list"]), (["shelf"], ["tool", "shelf"]),
        (["shelf", "-h"], ["tool", "shelf"]), (["shelf", "help"], ["tool", "shelf"]),
        (["help", "shelf", "list"], ["tool", "shelf", "list"]),
        (["shelf", "help", "list"], ["tool", "shelf", "list"]),
        (["sh", "list", "-h"], ["tool", "shelf", "list"]), (["help", "secret"], ["tool", "secret"]),
        (["-eh"], ["tool"]),
    ])
    func showsHelp(_ words: [String], _ path: [String]) throws {
        guard case .help(let info, let found) = try sampleTool.resolve(words, environment: [:]) else {
            Issue.record("no help")
            return
        }
        #expect(found == path)
        #expect(info.name == path.last)
        #expect(info.arguments.contains { $0.name == "help" })
    }

    @Test func answersTheVersionAndTopics() throws {
        guard case .version = try sampleTool.resolve(["-n", "x", "--version"], environment: [:]) else {
            Issue.record("no version")
            return
        }
        guard case .topic(let topic) = try sampleTool.resolve(["help", "exit-codes"], environment: [:]) else {
            Issue.record("no topic")
            return
        }
        #expect(topic.entries.map(\.term) == ["0", "2"])
    }

    @Test(arguments: [
        (["lisst"], "unknown command 'lisst'; did you mean 'list'?", "tool [options] <command>", "tool"),
        (["secre"], "unknown command 'secre'", "tool [options] <command>", "tool"),
        (["serv"], "unknown command 'serv'", "tool [options] <command>", "tool"),
        (
            ["shelf", "lits"], "unknown command 'lits'; did you mean 'list'?", "tool shelf [options] <command>",
            "tool shelf"
        ),
        (
            ["help", "exit-code"], "unknown command 'exit-code'; did you mean 'exit-codes'?",
            "tool [options] <command>", "tool"
        ),
        (["help", "list", "x"], "unexpected argument 'x'", "tool [options] <command>", "tool"),
        (["serve"], "command 'serve' is not supported: this is a client", "tool [options] <command>", "tool"),
        (["server", "-x"], "command 'server' is not supported: this is a client", "tool [options] <command>", "tool"),
        (["help", "serve"], "command 'serve' is not supported: this is a client", "tool [options] <command>", "tool"),
        (["-"], "unknown command '-'", "tool [options] <command>", "tool"),
        ([""], "unknown command ''", "tool [options] <command>", "tool"),
        (["-n"], "option '--namespace' needs a value", "tool [options] <command>", "tool"),
        (["-n", "list"], "'tool' needs a command", "tool [options] <command>", "tool"),
        (["--"], "'tool' needs a command", "tool [options] <command>", "tool"),
        (["--verbose", "list"], "unknown option '--verbose'", "tool [options] <command>", "tool"),
        (["-v", "list"], "unknown option '-v'", "tool [options] <command>", "tool"),
        (["shelf", "--version"], "unknown option '--version'", "tool shelf [options] <command>", "tool shelf"),
        (
            ["-n", "x", "version"], "option '--namespace' does not apply to 'tool version'", "tool version [options]",
            "tool version"
        ),
        (
            ["--kubeconfig", "x", "list"], "option '--kubeconfig' is not supported: the tool reads no kubeconfig",
            "tool list [options]", "tool list"
        ),
        (["list", "--bogus"], "unknown option '--bogus'", "tool list [options]", "tool list"),
        (
            ["list", "-A", "-n", "x"], "--all-namespaces and --namespace exclude each other", "tool list [options]",
            "tool list"
        ),
        (["ls", "--limit"], "option '--limit' needs a value", "tool list [options]", "tool list"),
        (["--", "list", "-A"], "unexpected argument '-A'", "tool list [options]", "tool list"),
        (
            ["shelf", "drop"], "missing option '--limit'", "tool shelf drop [options] --limit <n> [<shelf>] [<reason>]",
            "tool shelf drop"
        ),
    ])
    func refuses(_ words: [String], _ message: String, _ usage: String, _ place: String) {
        #expect(
            performing: { try sampleTool.resolve(words, environment: [:]) },
            throws: { error in
                guard let error = error as? UsageError else { return false }
                return (error.description, error.usage, error.advice) == (message, usage, "see '\(place) --help'")
            })
    }

    @Test func aMistakeFoundWhileRunningKnowsItsCommandToo() async throws {
        let usage = "tool send [options] [<file>...] <box>"
        await #expect(throws: UsageError(error: .conflict("found out late"), path: ["tool", "send"], usage: usage)) {
            _ = try await run(["send", "late", "box"])
        }
    }
}
