import ArgumentKit
import TerminalKit
import WorkflowAPI
import WorkflowLint

/// `wfctl lint`: what is wrong with manifests, without sending them anywhere.
struct LintCommand: WorkflowCommand {
    var globals = GlobalOptions()
    var files: [String] = []
    var kinds: [LintKind] = [.all]
    var online: Bool?
    var offline: Bool?
    var strict = false
    var ignoreMissing = false
    var explain = false
    var format = LintFormat.pretty

    init() {}

    static let info = CommandInfo(
        name: "lint",
        abstract: "Find mistakes in manifests",
        discussion: """
            Checks workflows, workflow templates, cluster workflow templates and cron workflows in all the files \
            together, without a server: fields, types and values, then references, variables and graphs. Folders are \
            searched for .yaml, .yml and .json files; hidden folders and documents of other kinds are left out. The \
            exit status is 0 when there is no error, 2 when there are some, and 1 when something could not be read or \
            there was nothing to lint. 'wfctl help lint-rules' lists the rules.
            """,
        examples: [
            .init("A folder of manifests", "wfctl lint manifests/"),
            .init("Annotations in a GitHub workflow", "wfctl lint -o github ."),
            .init("Ask the server too", "wfctl lint --online wf.yaml -n argo"),
        ])

    static var arguments: [Argument<Self>] {
        positional(
            \.files, "file", required: true, completion: .file(extensions: ["yaml", "yml", "json"]),
            help: "Files, folders, - for standard input, or web addresses")
        option(
            \.kinds, "kinds", value: "kind", commaSeparated: true,
            help: "Kinds to tell about; others are there to be referred to")
        flag(\.strict, "strict", help: "Warnings are errors")
        flag(
            \.ignoreMissing, "ignore-missing",
            help: "Templates that are in none of the files are taken to exist on the server")
        flag(\.online, "online", negatable: false, help: "Ask the server about manifests that have no error here")
        flag(\.offline, "offline", negatable: false, help: "Ask no server, which is the default; --offline=false asks")
        flag(\.explain, "explain", help: "List what could stand in the place of an unknown word")
        option(\.format, "output", "o", value: "format", help: "Output format")
        group(\.globals, "Connection")
    }

    var inputReaders: [String] { files.filter { $0 == "-" } }

    func validate() throws(ArgumentError) {
        if let online, let offline, online == offline { throw .conflict("--online and --offline exclude each other") }
    }

    /// Whether a server is asked.
    private var asksServer: Bool { online ?? offline.map { !$0 } ?? false }

    var claimsSuccess: Bool { true }

    func perform(in context: CommandContext) async throws {
        let server = asksServer ? try globals.connect(in: context) : nil
        if server == nil { try globals.trust(files, in: context) }
        // A key that stands twice is a finding here, not a remark of the reader.
        let reader = ManifestReader(input: context.input, isStrict: false) { _ in }
        let run = LintRun(
            reader: reader, kinds: kinds.flatMap(\.kinds), isStrict: strict, ignoresMissing: ignoreMissing)
        var outcome = try await run.run(files)
        let printer = LintPrinter(format: format, explains: explain, terminal: context.terminal)
        do {
            if let server { try await run.ask(server, &outcome) }
        } catch {
            // A server that cannot be asked is no reason to hide what was found without it. A program that reads a
            // document would take half of it for all.
            if format != .json && format != .yaml { try printer.print(outcome.entries) }
            throw error
        }
        if outcome.selected.isEmpty && outcome.entries.isEmpty {
            throw Diagnostic(message: "found nothing to lint in the specified paths, failing...")
        }
        try printer.print(outcome.entries)
        try printer.printSummary(outcome.entries)
        if outcome.isIncomplete { throw ExitStatus.failure }
        if outcome.entries.contains(where: { $0.severity == .error }) { throw ExitStatus.usage }
    }
}
