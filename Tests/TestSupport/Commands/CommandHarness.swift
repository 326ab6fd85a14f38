package import TerminalKit
package import WorkflowAPI
package import WorkflowCommands
package import WorkflowModel

/// Runs command lines in this process, in a world made of values: files, an Argo Server in memory, a clock that stands.
///
/// ```swift
/// var harness = CommandHarness()
/// harness.argo.add("build-1", phase: .failed)
/// let result = await harness.run("status", "build-1")       // result.status == .runFailed, result.out == "Failed\n"
/// ```
package struct CommandHarness: Sendable {
    package var argo = FakeArgoServer()
    /// What stands behind `--backend nightcrawler`.
    package var dashboard = FakeDashboard()
    /// What stands behind `--backend kubernetes`.
    package var cluster = FakeKubernetes()
    /// What retries wait for and generated names are drawn from.
    package var time = TestTime()
    package var files: [String: String] = [:]
    package var standardInput = ""
    package var environment = ["ARGO_SERVER": "http://argo.test:2746", "ARGO_NAMESPACE": "argo"]
    package var now = Timestamp(seconds: 1_767_323_045)  // 2026-01-02T03:04:05Z
    package var isTerminal = false
    package var usesColor = false
    package var width = 100
    /// The configuration file and the tokens of OAuth logins, which outlive a command.
    package let machine = FakeMachine()
    /// The backend behind `--local`; nil has none.
    package var local: (any Backend)?

    package init() {}

    /// What a command line left behind.
    package struct Result: Sendable, Equatable {
        package var status: ExitStatus
        package var out: String
        package var err: String

        package init(_ status: ExitStatus, out: String = "", err: String = "") {
            self.status = status
            self.out = out
            self.err = err
        }
    }

    package func run(_ words: String...) async -> Result { await run(words) }

    package func run(_ words: [String]) async -> Result {
        let terminal = Terminal(
            outIsTerminal: isTerminal, errIsTerminal: isTerminal, inIsTerminal: false, width: width,
            usesColor: usesColor, usesColorOnErr: usesColor)
        let status = await WorkflowCommands.run(words, in: context(terminal))
        return Result(status, out: terminal.out.text, err: terminal.err.text)
    }

    /// The world of this harness, at that terminal.
    package func context(_ terminal: Terminal) -> CommandContext {
        let (files, standardInput, now) = (files, standardInput, now)
        argo.change { $0.now = { now } }
        let read: @Sendable (String) throws(InputError) -> [UInt8] = { path throws(InputError) in
            guard let text = files[path] else { throw InputError(name: path, reason: "No such file or directory") }
            return Array(text.utf8)
        }
        var context = CommandContext(
            terminal: terminal, environment: environment, now: { now }, zoneOffset: { _ in 0 },
            input: Input(
                readFile: read, readStandardInput: { () throws(InputError) in Array(standardInput.utf8) },
                listFolder: { path in Self.entries(of: path, in: files.keys) },
                fetch: { url, _ in try read(url) }),
            contexts: machine.contexts(environment: environment, files: files), connect: connect, world: world)
        context.time = time.timeAndChance
        // Tests that run all at once keep a machine busy for longer than a person waits.
        context.namePatience = .seconds(60)
        return context
    }

    /// Folders are what the names of files say: `a/b.json` stands in `a`.
    private static func entries(of path: String, in files: some Sequence<String>) -> [FolderEntry]? {
        let base = path.hasSuffix("/") ? path : path + "/"
        var entries: [FolderEntry] = []
        for file in files where path == "." || file.hasPrefix(base) {
            let rest = path == "." ? file[...] : file.dropFirst(base.count)
            let entry = FolderEntry(name: String(rest.prefix { $0 != "/" }), isFolder: rest.contains("/"))
            if !entries.contains(entry) { entries.append(entry) }
        }
        return entries.isEmpty ? nil : entries
    }

    private var connect: CommandContext.Connect {
        let (cluster, dashboard, local, time, world) = (cluster, dashboard, local, time, world)
        return { choice, trace in
            let backend: any Backend
            var traceLine: (@Sendable (RequestTrace) -> Void)?
            if let trace { traceLine = { trace($0.line) } }
            switch choice.target {
            case .argo(let server):
                let world = try world(server)
                backend = ArgoBackend(
                    server, transport: world.transport, credentials: server.credentials?.source(in: world),
                    trace: traceLine, note: trace, time: time.timeAndChance)
            case .nightcrawler(let server):
                backend = NightcrawlerBackend(
                    server, transport: StubTransport(handler: dashboard.handler),
                    credentials: server.credentials?.source(in: try world(server)), trace: traceLine, note: trace,
                    time: time.timeAndChance)
            case .kubernetes(let server):
                backend = KubernetesBackend(
                    server, transport: StubTransport(handler: cluster.handler),
                    credentials: server.credentials?.source(in: try world(server)), trace: traceLine, note: trace,
                    time: time.timeAndChance)
            case .thisMachine:
                guard let local else { throw BackendError.unsupported("a store in this test", by: .local) }
                backend = local
            }
            return Connection(backend: backend, namespace: choice.namespace.value)
        }
    }

    private var world: @Sendable (ServerConfiguration) throws -> CredentialWorld {
        let (files, argo, time, machine) = (files, argo, time, machine)
        return { _ in
            CredentialWorld(
                readFile: { path in
                    guard let text = files[path] else {
                        throw InputError(name: path, reason: "No such file or directory")
                    }
                    return Array(text.utf8)
                },
                run: { _ in .missing }, tokens: machine.tokens, transport: StubTransport(handler: argo.handler),
                time: time.timeAndChance)
        }
    }
}
